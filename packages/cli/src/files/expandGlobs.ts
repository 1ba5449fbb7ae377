import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isolated } from '@fairlead/bidi-text';
import { minimatch } from 'minimatch';
import { CannotRunError } from './CannotRunError';
import { findFiles, FoundFile, toPosix } from './findFiles';

/** The files that patterns fit; a pattern may be the path of a file or folder, too. */
export async function expandGlobs(
  patterns: readonly string[],
  options: { cwd: string; isWanted: (name: string) => boolean },
): Promise<FoundFile[]> {
  const { cwd } = options;
  const found = new Map<string, FoundFile>();
  for (const pattern of patterns) {
    const files = existsSync(resolve(cwd, pattern))
      ? await findFiles([pattern], options)
      : await findFitting(toPosix(pattern), options);
    if (files.length === 0) {
      throw new CannotRunError(
        isolated`No file fits '${pattern}', put the pattern in quotes and look from where it begins`,
      );
    }
    files.forEach(file => found.set(file.path, file));
  }
  return Array.from(found.values());
}

async function findFitting(
  pattern: string,
  { cwd }: { cwd: string },
): Promise<FoundFile[]> {
  // Nothing above the first star has to be looked through.
  const parts = pattern.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex(part => /[*?[{(]/.test(part)),
  );
  const base = fixed.join('/') || (pattern.startsWith('/') ? '/' : '.');
  if (!existsSync(resolve(cwd, base))) {
    return [];
  }
  const whole = toPosix(resolve(cwd, pattern));
  const files = await findFiles([base], { cwd, isWanted: () => true });
  return files.filter(({ file }) =>
    minimatch(toPosix(resolve(cwd, file)), whole, { dot: true }),
  );
}
