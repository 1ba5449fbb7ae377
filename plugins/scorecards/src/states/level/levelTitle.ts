/** A level as a word in a heading or a chip: `very-good` reads `Very good`. */
export function levelTitle(level: string): string {
  const words = level.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
