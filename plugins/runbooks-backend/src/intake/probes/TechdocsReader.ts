import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { createProbe, ProbeAnswer } from '@fairlead/guarded-fetch';
import {
  AddressReader,
  AddressReading,
  MAX_TEXT_BYTES,
  ReadAddress,
} from './AddressReader';
import { describeFailure } from './describeFailure';
import { readPage } from './readPage';

/** `techdocs:<entity ref>/<path>`, as the registry writes it. */
const ADDRESS = /^techdocs:([^/]+\/[^/]+)\/?(.*)$/s;

/** Reads pages of the documentation that this Backstage holds, from its TechDocs backend. */
export class TechdocsReader implements AddressReader {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): TechdocsReader {
    return new TechdocsReader(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  reads(url: string): boolean {
    return ADDRESS.test(url);
  }

  async read({ url, known, signal }: ReadAddress): Promise<AddressReading> {
    const [, entityRef, written] = ADDRESS.exec(url)!;
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const [path] = written.split('#');
    try {
      const base = await this.#discovery.getBaseUrl('techdocs');
      const folder = `${base}/static/docs/${[namespace, kind, name]
        .map(encodeURIComponent)
        .join('/')}`;
      const ask = createProbe(await this.#createFetch());
      const options = {
        known,
        maxTextBytes: MAX_TEXT_BYTES,
        method: 'GET',
        signal,
      } as const;
      let answer = await ask(`${folder}/${indexOf(path)}`, options);
      // Sites that are made without a folder for each page.
      if (answer.status === 404 && path !== '') {
        answer = await ask(`${folder}/${path}.html`, options);
      }
      if (answer.status === 404 && !(await isInstalled(folder, signal))) {
        return {
          outcome: {
            kind: 'unknown',
            reason: 'TechDocs is not installed in this Backstage',
          },
        };
      }
      return toReading(url, answer);
    } catch (error) {
      return { outcome: describeFailure(error) };
    }
  }

  /** Asks as this plugin. */
  async #createFetch(): Promise<typeof fetch> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    return (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${token}`);
      return fetch(input, { ...init, headers });
    };
  }
}

function indexOf(path: string): string {
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** A backend that is there refuses whom it does not know; one that is not says that there is nothing. */
async function isInstalled(
  folder: string,
  signal: AbortSignal,
): Promise<boolean> {
  const response = await fetch(folder, {
    headers: { authorization: 'Bearer nobody' },
    signal,
  });
  await response.body?.cancel();
  return response.status !== 404;
}

function toReading(url: string, answer: ProbeAnswer): AddressReading {
  const read =
    answer.text === undefined
      ? undefined
      : readPage({
          url: answer.url,
          contentType: answer.contentType,
          text: answer.text,
          isTooLong: answer.isTextCut ?? false,
        });
  return {
    outcome: {
      kind: 'answer',
      status: answer.status,
      url,
      contentType: answer.contentType,
      page: read?.page,
    },
    text: read?.markdown,
    validators: answer.validators,
  };
}
