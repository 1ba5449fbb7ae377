import { isGeneratedId } from '../track/isGeneratedId';

/** Lower case letters, digits and dashes for a text; empty where it has none of them. */
export function slugOf(text: string, length: number): string {
  return text
    .slice(0, 4 * length)
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, length)
    .replace(/^-|-$/g, '');
}

/** Gives each text an id that no other one has, nor any task of the catalog. */
export function createIds(
  fallback: string,
  length: number,
): (text: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return text => {
    const slug = slugOf(text, length) || fallback;
    const base = isGeneratedId(slug) ? `${fallback}-${slug}` : slug;
    let id = base;
    while (taken.has(id)) {
      const n = (counts.get(base) ?? 1) + 1;
      counts.set(base, n);
      id = `${base}-${n}`;
    }
    taken.add(id);
    return id;
  };
}

/** The beginning of a text, with no character cut in two. */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
