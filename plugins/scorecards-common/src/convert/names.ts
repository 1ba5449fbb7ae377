const LONGEST = 63;

const RESERVED = ['none', 'constructor'];

/** Lower case words joined by `-`, made from what somebody wrote; undefined where it holds no such words. */
export function toWords(text: string): string | undefined {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    // `HTTPServer` is two words, `openPRs` ends with an abbreviation.
    .replace(/([A-Z])([A-Z](?!s\b)[a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return words === '' || RESERVED.includes(words) ? undefined : words;
}

/** An id for a check that no other check has yet. */
export function takeId(text: string, taken: Set<string>): string {
  const base = toWords(text) ?? 'check';
  let id = base;
  for (let number = 2; taken.has(id); number += 1) {
    const suffix = `-${number}`;
    id = `${base
      .slice(0, LONGEST - suffix.length)
      .replace(/-+$/, '')}${suffix}`;
  }
  taken.add(id);
  return id;
}

/** One part of a fact id: what is no letter, digit, `-` or `_` becomes `_`. */
export function toFactPart(text: string): string {
  return text.replace(/[^a-zA-Z0-9_-]/g, '_').replace(/^[_-]+/, '') || 'x';
}
