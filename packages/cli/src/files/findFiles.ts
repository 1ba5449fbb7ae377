import { Dirent, promises as fs, Stats } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { isolated } from '@fairlead/bidi-text';
import { CannotRunError } from './CannotRunError';

/** A file that was found. */
export interface FoundFile {
  /** As it is shown: relative to where the command runs, with `/`. */
  file: string;
  /** Where it is on this machine. */
  path: string;
  /** Relative to the folder that was named, with `/`; its name alone where the file itself was named. */
  within: string;
  /** It was named itself, and is no find in a folder. */
  isNamed: boolean;
}

/** Folders that hold what others wrote. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Deeper folders are no folders that people keep files in. */
const DEEPEST = 64;

/** More files than this are not what was meant. */
const MOST_FILES = 100_000;

/**
 * The files that paths name, and those below the folders that they name whose name is wanted. Each file comes once, in the
 * same order every time.
 */
export async function findFiles(
  paths: readonly string[],
  options: { cwd: string; isWanted: (name: string) => boolean },
): Promise<FoundFile[]> {
  const { cwd, isWanted } = options;
  const found = new Map<string, FoundFile>();

  async function add(path: string, within: string, isNamed: boolean) {
    if (found.size >= MOST_FILES) {
      throw new CannotRunError(
        `There are more than ${MOST_FILES} files, name a folder further down`,
      );
    }
    const real = await fs.realpath(path);
    const before = found.get(real);
    if (!before || (isNamed && !before.isNamed)) {
      found.set(real, {
        file: showPath(path, cwd),
        path: real,
        within,
        isNamed,
      });
    }
  }

  /** `above` are the folders on the way here, in which a link would lead round in a circle. */
  async function walk(
    folder: string,
    within: string,
    above: readonly string[],
  ) {
    const real = await fs.realpath(folder);
    if (above.includes(real) || above.length > DEEPEST) {
      return;
    }
    const entries = await fs.readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort(byName)) {
      const path = join(folder, entry.name);
      const inner = posix.join(within, entry.name);
      const kind = await kindOf(entry, path);
      if (kind === 'folder' && !SKIPPED.has(entry.name)) {
        await walk(path, inner, [...above, real]);
      } else if (kind === 'file' && isWanted(entry.name)) {
        await add(path, inner, false);
      }
    }
  }

  for (const named of paths) {
    const path = resolve(cwd, named);
    const stats = await fs.stat(path).catch(() => undefined);
    if (!stats) {
      throw new CannotRunError(
        isolated`There is no '${named}', name a file or a folder that is there`,
      );
    }
    if (stats.isDirectory()) {
      await walk(path, '', []);
    } else {
      await add(path, posix.basename(toPosix(path)), true);
    }
  }
  return Array.from(found.values());
}

/** A path as it is shown: relative to where the command runs, if it is below. */
export function showPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  return toPosix(below === '' || below.startsWith('..') ? path : below);
}

export function toPosix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

async function kindOf(
  entry: Dirent,
  path: string,
): Promise<'file' | 'folder' | undefined> {
  // A link that leads nowhere is nothing to look at.
  const what: Dirent | Stats | undefined = entry.isSymbolicLink()
    ? await fs.stat(path).catch(() => undefined)
    : entry;
  if (what?.isDirectory()) {
    return 'folder';
  }
  return what?.isFile() ? 'file' : undefined;
}

/** By code units, which are alike on all machines. */
function byName(a: Dirent, b: Dirent): number {
  if (a.name === b.name) {
    return 0;
  }
  return a.name < b.name ? -1 : 1;
}
