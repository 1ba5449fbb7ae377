import { RunbookAddress } from './readRunbookAddress';

/** File names that say nothing; what stands before them does. */
const PLAIN = /^(?:index|readme)$/i;

/**
 * What a runbook is called of which only the address is known: the last part of it that says anything.
 *
 * @public
 */
export function titleOfAddress({ key, techdocs }: RunbookAddress): string {
  const [page, anchor = ''] = (techdocs?.path ?? key).split('#');
  const parts = [
    ...page
      .replace(/^https?:\/\//, '')
      .replace(/\?.*$/, '')
      .split('/'),
    anchor,
  ]
    .map(part => decode(part).replace(/\.(?:md|markdown|html?|adoc)$/i, ''))
    .filter(part => part !== '' && !PLAIN.test(part));
  const words = (parts.at(-1) ?? techdocs?.entityRef ?? key)
    .replace(/[-_+]+/g, ' ')
    .trim();
  return words.replace(/^\p{Ll}/u, first => first.toLocaleUpperCase('en-US'));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
