import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** The gzipped bytes of all scripts and styles that the built `index.html` asks for itself. */
export async function measureInitialScripts(dist: string): Promise<number> {
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const files = [
    ...html.matchAll(/(?:src|href)="\/(static\/[^"]+\.(?:js|css))"/g),
  ].map(([, file]) => file);
  if (!files.length) {
    throw new Error(`No scripts found in '${join(dist, 'index.html')}'`);
  }
  const sizes = await Promise.all(
    files.map(async file => {
      const zipped = await promisify(gzip)(await readFile(join(dist, file)));
      return zipped.length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
