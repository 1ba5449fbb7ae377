import { CacheService, UrlReaderService } from '@backstage/backend-plugin-api';
import { JsonObject, JsonValue } from '@backstage/types';
import { createHash } from 'node:crypto';
import { RepositoryScan } from './RepositoryScan';

/** A repository that nobody changes is confirmed by its commit alone, for so long. */
const KEPT_FOR = { days: 30 };

/** Changes when the facts of the same files do. */
const KEY = 'scm-files:1';

/** A repository at one commit, as it is seen from some of its folders. */
export interface Repository {
  scan: RepositoryScan;
  /** The texts that were wanted, by path. */
  texts: ReadonlyMap<string, string>;
}

/** The values of the folders of a repository. */
export type FolderValues = Record<string, Record<string, JsonValue>>;

interface Kept extends JsonObject {
  etag: string;
  values: FolderValues;
}

/**
 * Reads repositories. What was found is kept with the commit that it was found at, so that a repository costs one question
 * while nobody commits to it.
 */
export class RepositoryReader {
  readonly #cache: CacheService;
  readonly #urlReader: UrlReaderService;

  constructor(options: { cache: CacheService; urlReader: UrlReaderService }) {
    this.#cache = options.cache;
    this.#urlReader = options.urlReader;
  }

  async read(
    root: string,
    options: {
      folders: readonly string[];
      observe(repository: Repository, folder: string): FolderValues[string];
      signal: AbortSignal;
    },
  ): Promise<FolderValues> {
    const { folders, observe, signal } = options;
    const key = `${KEY}:${createHash('sha256').update(root).digest('hex')}`;
    const kept = await this.#cache.get<Kept>(key);
    const holdsAll = folders.every(folder => kept?.values[folder]);
    const scan = new RepositoryScan(folders);
    try {
      const tree = await this.#urlReader.readTree(root, {
        ...(holdsAll && { etag: kept?.etag }),
        filter: (path, info) => scan.see(path, info?.size ?? 0),
        signal,
      });
      const texts = new Map<string, string>();
      for (const { path, content } of await tree.files()) {
        texts.set(path, (await content()).toString('utf8'));
      }
      const values = Object.fromEntries(
        folders.map(folder => [folder, observe({ scan, texts }, folder)]),
      );
      await this.#cache.set(
        key,
        { etag: tree.etag, values },
        { ttl: KEPT_FOR },
      );
      return values;
    } catch (error) {
      if (kept && error instanceof Error && error.name === 'NotModifiedError') {
        return kept.values;
      }
      throw error;
    }
  }
}
