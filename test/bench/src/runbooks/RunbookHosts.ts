import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createRunbookText } from './operations';

/** Conditions of addresses, and how many of a hundred are so. */
const CONDITIONS = {
  fine: 60,
  slow: 5,
  dead: 10,
  moved: 10,
  login: 5,
  huge: 4,
  failing: 3,
  private: 3,
} as const;

type Condition = keyof typeof CONDITIONS;

const HOSTS = 40;

/** Nobody listens there, and nobody may look. */
const PRIVATE = '10.255.255.1';

const IDENTITY = '127.0.2.1';

/** Far more than is read of a page. */
const HUGE_CHUNKS = 400;
const CHUNK = 'x'.repeat(64 * 1024);

/** Many hosts of runbooks in one process, each at an address of its own of this machine; they count who asks. */
export class RunbookHosts {
  readonly #server = createServer((request, response) =>
    this.#answer(request, response),
  );
  readonly #open = new Map<string, number>();
  readonly #slowHosts = new Set<string>();
  readonly #lastAsked = new Map<string, number>();
  /** The most requests that were open at one host at once. */
  mostAtOnce = 0;
  /** The shortest time between two requests to one host, in milliseconds; redirects go on at once. */
  shortestPause = Infinity;
  /** Addresses that were asked for. */
  readonly #seen = new Set<string>();
  /** How often any of them was, redirects not counted. */
  looks = 0;
  /** When hosts were asked, those of which every address answers. */
  readonly #answering: number[] = [];
  #firstAsked = 0;
  #lastNew = 0;

  static async start(): Promise<RunbookHosts> {
    const hosts = new RunbookHosts();
    hosts.#server.listen(0, '0.0.0.0');
    await once(hosts.#server, 'listening');
    return hosts;
  }

  /** What the backend may reach though it is private, and who signs people in. */
  config() {
    return {
      allowedHosts: Array.from({ length: HOSTS }, (_, n) => hostOf(n)).concat(
        IDENTITY,
      ),
      identityHosts: [IDENTITY],
    };
  }

  urls(count: number): string[] {
    const conditions = Object.entries(CONDITIONS).flatMap(([name, share]) =>
      Array.from({ length: share }, () => name as Condition),
    );
    return Array.from({ length: count }, (_, index) => {
      const condition = conditions[(index * 37) % conditions.length];
      const host = condition === 'private' ? PRIVATE : hostOf(index);
      if (condition === 'slow') {
        this.#slowHosts.add(host);
      }
      return `http://${host}:${this.#port}/${condition}/${index}`;
    });
  }

  /** How many of these addresses somebody can ask for. */
  reachable(urls: readonly string[]): number {
    return urls.filter(url => new URL(url).hostname !== PRIVATE).length;
  }

  get seen(): number {
    return this.#seen.size;
  }

  /** From the first request to the first one for the last address, in seconds. */
  get seconds(): number {
    return (this.#lastNew - this.#firstAsked) / 1_000;
  }

  /** The longest time in which none of the hosts was asked that answer, while they were looked at. Milliseconds. */
  get longestStandstill(): number {
    return Math.max(
      ...this.#answering.slice(1).map((at, n) => at - this.#answering[n]),
    );
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const host = request.headers.host!.split(':')[0];
    const [, condition, index] = request.url!.split('/');
    this.#count(host, response, condition === 'target');
    if (host !== IDENTITY && condition !== 'target') {
      this.#note(host, request.url!);
    }
    switch (condition as Condition | 'target') {
      case 'dead':
        response.writeHead(404).end('There is nothing here');
        break;
      case 'failing':
        response.writeHead(503).end();
        break;
      case 'login':
        response
          .writeHead(302, {
            location: `http://${IDENTITY}:${this.#port}/oauth2/authorize`,
          })
          .end();
        break;
      case 'moved':
        response.writeHead(301, { location: `/target/${index}` }).end();
        break;
      case 'slow':
        response.writeHead(200, { 'content-type': 'text/markdown' });
        response.write('# Meaning');
        break;
      case 'huge':
        void this.#sendHuge(response);
        break;
      default:
        response
          .writeHead(200, { 'content-type': 'text/markdown' })
          .end(createRunbookText(Number(index)));
    }
  }

  async #sendHuge(response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/markdown' });
    const chunks = Array.from({ length: HUGE_CHUNKS }, () => CHUNK);
    // Whoever has read enough hangs up.
    await pipeline(Readable.from(chunks), response).catch(() => {});
  }

  #note(host: string, path: string): void {
    const now = performance.now();
    this.#firstAsked ||= now;
    this.looks += 1;
    if (!this.#seen.has(path)) {
      this.#seen.add(path);
      this.#lastNew = now;
    }
    if (!this.#slowHosts.has(host)) {
      this.#answering.push(now);
    }
  }

  #count(host: string, response: ServerResponse, isRedirect: boolean): void {
    const open = (this.#open.get(host) ?? 0) + 1;
    this.#open.set(host, open);
    response.on('close', () => this.#open.set(host, this.#open.get(host)! - 1));
    const now = performance.now();
    if (host !== IDENTITY && !isRedirect) {
      this.mostAtOnce = Math.max(this.mostAtOnce, open);
      this.shortestPause = Math.min(
        this.shortestPause,
        now - (this.#lastAsked.get(host) ?? -Infinity),
      );
    }
    this.#lastAsked.set(host, now);
  }
}

function hostOf(index: number): string {
  return `127.0.1.${(index % HOSTS) + 1}`;
}
