/** A level as a word within a sentence: `very-good` reads `very good`. */
export function levelWord(level: string): string {
  return level.replace(/[-_]+/g, ' ').trim();
}

/** A level as a word that stands alone: `very-good` reads `Very good`. */
export function levelTitle(level: string): string {
  const word = levelWord(level);
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
