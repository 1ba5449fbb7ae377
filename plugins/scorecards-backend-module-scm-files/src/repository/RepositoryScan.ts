import { classifyFile, ToldFile } from './classifyFile';
import { splitPath, withParents } from './folders';
import { isSourceFile } from './isSourceFile';

/** What people read and write by hand is smaller. */
const MOST_BYTES = 256 * 1024;

/** How many source files there are in a folder and its subfolders, and which is the largest. */
export interface SourceSizes {
  files: number;
  largest?: { path: string; bytes: number };
}

/**
 * What is kept of a repository while its files pass by: those that tell something of the folders in question, and how large
 * the source files are. It does not grow with the number of files.
 */
export class RepositoryScan {
  /** The folders in question, and those that they lie in. */
  readonly #folders: ReadonlySet<string>;
  /** What else is looked for: folders and files. */
  readonly #paths: ReadonlySet<string>;
  readonly #seen = new Set<string>();
  readonly #told: ToldFile[] = [];
  readonly #sizes = new Map<string, SourceSizes>();

  constructor(folders: Iterable<string>, paths: Iterable<string> = []) {
    this.#folders = new Set([...folders].flatMap(withParents));
    this.#paths = new Set(paths);
  }

  /** Takes note of a file, and tells whether its text is wanted. */
  see(path: string, size: number): boolean {
    withParents(path)
      .filter(above => this.#paths.has(above))
      .forEach(above => this.#seen.add(above));
    if (isSourceFile(path)) {
      this.#measure(path, size);
    }
    const told = classifyFile(path);
    if (!told || !this.#folders.has(told.folder)) {
      return false;
    }
    this.#told.push(told);
    return (
      ['instructions', 'commands'].includes(told.tells) && size <= MOST_BYTES
    );
  }

  /** The files that speak for a folder: its own, then those of the folders that it lies in, the nearest first. */
  toldOf(folder: string): ToldFile[] {
    return withParents(folder).flatMap(above =>
      this.#told.filter(told => told.folder === above),
    );
  }

  /** Whether there is this file, or any file in this folder. */
  holds(path: string): boolean {
    return path === '' || this.#seen.has(path);
  }

  sizesOf(folder: string): SourceSizes {
    return this.#sizes.get(folder) ?? { files: 0 };
  }

  #measure(path: string, bytes: number): void {
    for (const above of withParents(splitPath(path).folder)) {
      if (this.#folders.has(above)) {
        const { files, largest } = this.sizesOf(above);
        const isLargest = !largest || bytes > largest.bytes;
        this.#sizes.set(above, {
          files: files + 1,
          largest: isLargest ? { path, bytes } : largest,
        });
      }
    }
  }
}
