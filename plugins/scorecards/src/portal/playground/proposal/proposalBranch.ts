import { parseEntityRef } from '@backstage/catalog-model';

/** A branch for one text of a scorecard, the same each time, so that a pull request that is open already is found. */
export function proposalBranch(scorecardRef: string, text: string): string {
  const { namespace, name } = parseEntityRef(scorecardRef);
  const words = `${namespace}_${name}`
    .replace(/[^\w.-]/g, '-')
    .replace(/\.(?=\.|$|lock$)/g, '-');
  return `scorecards/definitions/${words}_${hash(text)}`;
}

/** FNV-1a: short, and another one for another text. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
}
