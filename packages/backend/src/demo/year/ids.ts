import { createHash } from 'node:crypto';

/** The name of a commit that is the same each time for the same seed. */
export function shaOf(...seed: (string | number)[]): string {
  return createHash('sha1').update(seed.join('/')).digest('hex');
}

/** A number such as systems count their objects with. */
export function idOf(...seed: (string | number)[]): number {
  return parseInt(shaOf(...seed).slice(0, 12), 16) % 10_000_000_000;
}
