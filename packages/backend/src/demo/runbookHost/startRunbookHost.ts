import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { readFiles } from './readFiles';
import { answerOddly } from './oddities';

/** Where the folder stands, as a repository would be served. */
const REPOSITORY = '/skerry-lines/runbooks/';

/** Where its `wiki` stands. */
const WIKI = '/wiki/';

/** Of this page the wiki gives one good answer, and is overloaded from then on. */
const LAST_SEEN = 'wiki/ledger-postings.md';

const TYPES: Record<string, string> = {
  md: 'text/markdown; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
};

/**
 * Starts the host at which the demo organisation keeps its runbooks: a repository, whose files the catalog reads, and a
 * wiki, some pages of which do what pages of wikis do after a few years.
 */
export async function startRunbookHost(options: {
  folder: string;
  port: number;
}): Promise<{ url: string; stop(): Promise<void> }> {
  const { folder, port } = options;
  const files = await readFiles(folder);
  let isOverloaded = false;
  const server = createServer((request, response) => {
    const [pathname] = (request.url ?? '/').split('?');
    if (answerOddly(pathname, response)) {
      return;
    }
    const name = nameOf(pathname);
    const file = name === undefined ? undefined : files.get(name);
    if (file?.name === LAST_SEEN && isOverloaded) {
      response.writeHead(503).end('Too many readers');
    } else if (file) {
      isOverloaded ||= file.name === LAST_SEEN && request.method === 'GET';
      sendFile(request, response, file);
    } else {
      response.writeHead(404).end('There is no such page');
    }
  });
  // Nobody waits for this host at the end.
  server.unref();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function nameOf(pathname: string): string | undefined {
  if (pathname.startsWith(REPOSITORY)) {
    return pathname.slice(REPOSITORY.length);
  }
  return pathname.startsWith(WIKI)
    ? `wiki/${pathname.slice(WIKI.length)}.md`
    : undefined;
}

function sendFile(
  { headers }: IncomingMessage,
  response: ServerResponse,
  file: { name: string; text: string; etag: string },
) {
  const { etag, name, text } = file;
  if (headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain';
  response.writeHead(200, { 'Content-Type': type, etag }).end(text);
}
