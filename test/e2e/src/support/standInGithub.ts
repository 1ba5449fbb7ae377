import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { standIn } from './addresses';

interface PullRequest {
  number: number;
  title: string;
  body: string;
  head: { ref: string };
  base: string;
  html_url: string;
}

/**
 * GitHub as far as one repository with one file needs it: the file on its branches, and pull requests. The portal under test
 * has it as the API of github.com.
 */
export class StandInGithub {
  /** The text of the file by branch. */
  readonly branches: Map<string, string>;
  readonly pulls: PullRequest[] = [];
  readonly #repository: string;
  readonly #server: Server;

  constructor(options: { repository: string; file: string }) {
    this.#repository = options.repository;
    this.branches = new Map([['main', options.file]]);
    this.#server = createServer((request, response) =>
      this.#answer(request, response).catch(error =>
        send(response, 500, { message: String(error) }),
      ),
    );
  }

  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(Number(new URL(standIn).port), resolve);
    });
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    // The page asks from another origin.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT');
    response.setHeader(
      'Access-Control-Allow-Headers',
      request.headers['access-control-request-headers'] ?? '*',
    );
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const url = new URL(request.url ?? '/', standIn);
    const path = url.pathname.replace(`/repos/${this.#repository}`, '');
    const body = await readJson(request);
    switch (`${request.method} ${path.split('/').slice(0, 3).join('/')}`) {
      case 'GET /pulls':
        send(response, 200, this.pulls);
        break;
      case 'POST /pulls':
        send(response, 201, this.#open(body));
        break;
      case 'GET /git/ref':
        send(response, 200, { object: { sha: 'head' } });
        break;
      case 'POST /git/refs': {
        const branch = body.ref.replace('refs/heads/', '');
        this.branches.set(branch, this.branches.get('main') ?? '');
        send(response, 201, {});
        break;
      }
      case 'GET /contents/catalog-info.yaml':
        this.#sendFile(request, response, url.searchParams.get('ref'));
        break;
      case 'PUT /contents/catalog-info.yaml':
        this.branches.set(
          body.branch,
          Buffer.from(body.content, 'base64').toString('utf8'),
        );
        send(response, 200, {});
        break;
      default:
        send(response, 404, { message: 'Not Found' });
    }
  }

  #sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    ref: string | null,
  ) {
    const text = this.branches.get(ref ?? 'main');
    if (text === undefined) {
      send(response, 404, { message: 'Not Found' });
    } else if (request.headers.accept?.includes('raw')) {
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(text);
    } else {
      send(response, 200, {
        type: 'file',
        sha: `sha of ${text.length}`,
        content: Buffer.from(text).toString('base64'),
      });
    }
  }

  #open({ title, body, head, base }: Record<string, string>): PullRequest {
    const number = this.pulls.length + 1;
    const opened = {
      number,
      title,
      body,
      head: { ref: head },
      base,
      html_url: `https://github.com/${this.#repository}/pull/${number}`,
    };
    this.pulls.push(opened);
    return opened;
  }
}

async function readJson(
  request: IncomingMessage,
): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? JSON.parse(text) : {};
}

function send(response: ServerResponse, status: number, body: unknown) {
  response
    .writeHead(status, { 'Content-Type': 'application/json' })
    .end(JSON.stringify(body));
}
