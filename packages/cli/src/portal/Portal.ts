import { setTimeout as sleep } from 'node:timers/promises';
import { isError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import * as z from 'zod';
import { CannotRunError } from '../files/CannotRunError';

const TIMEOUT = 90_000;

/** How often a portal that is busy is asked again. */
const MOST_TRIES = 4;

/** The longest pause, in seconds, before a busy portal is asked again, however long a pause it asks for. */
const LONGEST_WAIT = 30;

/** The variable that holds the token, which has no place among the arguments: others on the machine see those. */
const TOKEN = 'FAIRLEAD_TOKEN';

const ErrorSchema = z.object({
  error: z.object({ message: z.string() }),
});

/** The backend of a portal, asked as whoever the token is of. */
export class Portal {
  readonly #base: string;
  readonly #token: string | undefined;

  constructor(options: {
    url: string;
    env: Record<string, string | undefined>;
  }) {
    this.#base = readBase(options.url);
    this.#token = options.env[TOKEN];
  }

  /** What the portal answers; undefined where there is no such thing. */
  async ask<T extends z.ZodType>(
    path: string,
    schema: T,
    body?: unknown,
  ): Promise<z.output<T> | undefined> {
    const response = await this.#send(path, body);
    if (response.status === 404) {
      return undefined;
    }
    const answer = await readJson(response);
    if (!response.ok) {
      throw new CannotRunError(
        this.#describeRefusal(response.status, path, answer),
      );
    }
    const { data, error } = schema.safeParse(answer);
    if (error) {
      throw new CannotRunError(
        isolated`The portal answers ${path} in a way that this version does not understand, bring both to the same version: ${
          answer === undefined ? 'no JSON' : error.issues[0].message
        }`,
      );
    }
    return data as z.output<T>;
  }

  async #send(path: string, body: unknown): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      const response = await this.#fetch(path, body);
      if (response.status !== 503 || tries === MOST_TRIES) {
        return response;
      }
      const wait = Number(response.headers.get('retry-after') ?? 1);
      await sleep(1_000 * Math.min(wait || 0, LONGEST_WAIT));
    }
  }

  async #fetch(path: string, body: unknown): Promise<Response> {
    try {
      return await fetch(`${this.#base}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(TIMEOUT),
      });
    } catch (error) {
      throw new CannotRunError(
        isolated`The portal at ${this.#base} cannot be reached: ${reasonOf(
          error,
        )}; check --portal, the address of its backend`,
      );
    }
  }

  #describeRefusal(status: number, path: string, answer: unknown): string {
    const { data } = ErrorSchema.safeParse(answer);
    const said = data?.error.message ?? `it answers ${status}`;
    switch (status) {
      case 401:
        return this.#token
          ? isolated`The portal does not accept the token in ${TOKEN}: ${said}`
          : `The portal wants a token: put one into the environment variable ${TOKEN}`;
      case 403:
        return isolated`The token in ${TOKEN} may not do this, ask for the permission: ${said}`;
      default:
        return isolated`The portal refuses ${path}: ${said}`;
    }
  }
}

function readBase(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new CannotRunError(
      isolated`--portal takes an http or https address such as https://portal.example.com, not '${url}'`,
    );
  }
  return `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}`;
}

/** Undefined for what is no JSON, as the page that a proxy asks to sign in with. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const cause = isError(error) ? error.cause : undefined;
  const code = (cause as { code?: string } | undefined)?.code;
  return code ?? (isError(error) ? error.message : String(error));
}
