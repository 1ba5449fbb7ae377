import { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

const SLOW_MS = 4_000;
const TEN_MINUTES_MS = 600_000;
const HUGE_BYTES = 64 * 1024 * 1024;

const LOGIN = `<!doctype html>
<title>Sign in · Skerry Lines</title>
<form method="post" action="/login">
  <label>User <input name="username" autocomplete="username" /></label>
  <label>Password <input name="password" type="password" autocomplete="current-password" /></label>
  <button>Sign in</button>
</form>
`;

type Answer = (response: ServerResponse) => void;

const redirectTo =
  (status: number, location: string): Answer =>
  response =>
    response.writeHead(status, { Location: location }).end();

const refuse =
  (status: number, text: string): Answer =>
  response =>
    response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);

const html =
  (text: string): Answer =>
  response =>
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(text);

/** Paths that do what the pages of a wiki do after a few years. */
const ODDITIES: Record<string, Answer> = {
  '/wiki/surcharges': response => {
    setTimeout(() => html('<h1>Surcharges</h1>')(response), SLOW_MS).unref();
  },
  '/wiki/fleet-map-tiles': response => {
    // Says nothing; whoever asks gives up before.
    response.setTimeout(TEN_MINUTES_MS);
  },
  '/wiki/booking-web-old': redirectTo(301, '/wiki/booking-web'),
  '/wiki/compliance-archive': redirectTo(
    302,
    '/oauth2/authorize?client_id=wiki&response_type=code&redirect_uri=%2Fwiki%2Fcompliance-archive',
  ),
  '/wiki/crew-roster': html(LOGIN),
  '/wiki/declaration-desk': refuse(403, 'Ask the customs team for access'),
  '/wiki/invoice-numbers': redirectTo(302, '/wiki/invoice-numbers'),
  '/wiki/stream-copier': refuse(503, 'The wiki is being moved'),
  '/wiki/schema-registry': response => {
    response.writeHead(200, { 'Content-Type': 'text/markdown' });
    Readable.from(linesOf(HUGE_BYTES)).pipe(response);
  },
  '/login': html(LOGIN),
  '/oauth2/authorize': html(LOGIN),
};

/** Answers if the path is one of those that misbehave. */
export function answerOddly(path: string, response: ServerResponse): boolean {
  const answer = Object.hasOwn(ODDITIES, path) ? ODDITIES[path] : undefined;
  answer?.(response);
  return answer !== undefined;
}

function* linesOf(bytes: number): Iterable<string> {
  const part = 'A line that somebody pasted from a log.\n'.repeat(1_000);
  for (let sent = 0; sent < bytes; sent += part.length) {
    yield part;
  }
}
