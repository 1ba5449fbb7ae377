import { CacheService, UrlReaderService } from '@backstage/backend-plugin-api';
import { JsonObject, JsonValue } from '@backstage/types';
import { createHash } from 'node:crypto';
import { RepositoryScan } from './RepositoryScan';

/** A repository that nobody changes is confirmed by its commit alone, for so long. */
const KEPT_FOR = { days: 30 };

/** Changes when the facts of the same files do. */
const KEY = 'scm-files:2';

/** A repository at one commit, as it is seen from some of its folders. */
export interface Repository {
  scan: RepositoryScan;
  /** The texts that were wanted, by path. */
  texts: ReadonlyMap<string, string>;
}

/** The values of the folders of a repository. */
export type FolderValues = Record<string, Record<string, JsonValue>>;

/** What is known of a repository: of its folders, and which paths there are. */
interface Known extends JsonObject {
  values: FolderValues;
  paths: Record<string, boolean>;
}

interface Kept extends Known {
  etag: string;
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
      /** Folders and files of which it is asked whether they are there. */
      paths: readonly string[];
      observe(repository: Repository, folder: string): FolderValues[string];
      signal: AbortSignal;
    },
  ): Promise<Known> {
    const { folders, observe, paths, signal } = options;
    const key = `${KEY}:${createHash('sha256').update(root).digest('hex')}`;
    const kept = await this.#cache.get<Kept>(key);
    const holdsAll =
      folders.every(folder => kept?.values[folder]) &&
      paths.every(path => kept?.paths[path] !== undefined);
    const scan = new RepositoryScan(folders, paths);
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
      const known: Known = {
        values: Object.fromEntries(
          folders.map(folder => [folder, observe({ scan, texts }, folder)]),
        ),
        paths: Object.fromEntries(paths.map(path => [path, scan.holds(path)])),
      };
      await this.#cache.set(
        key,
        { ...known, etag: tree.etag },
        { ttl: KEPT_FOR },
      );
      return known;
    } catch (error) {
      if (kept && error instanceof Error && error.name === 'NotModifiedError') {
        return kept;
      }
      throw error;
    }
  }
}
