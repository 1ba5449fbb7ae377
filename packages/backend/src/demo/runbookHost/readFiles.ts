import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A file of the host, by its path within the folder. */
export interface HostFile {
  name: string;
  text: string;
  etag: string;
}

/** Reads all files once: what is asked for is looked up, so no path leads out of the folder. */
export async function readFiles(
  folder: string,
): Promise<Map<string, HostFile>> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const path = join(entry.parentPath, entry.name);
        const name = relative(folder, path).replaceAll('\\', '/');
        const text = await readFile(path, 'utf8');
        const hash = createHash('sha256').update(text).digest('base64url');
        return { name, text, etag: `"${hash}"` };
      }),
  );
  return new Map(files.map(file => [file.name, file]));
}
