/** Whether a name may stand for several: `*` for any characters, `?` for one. @public */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/**
 * Whether a name is meant by a pattern in which `*` stands for any characters and `?` for one. Upper and lower case
 * differ, as they do in the names of alerts.
 *
 * @remarks
 *
 * Patterns are written by whoever owns a runbook. Made into regular expressions, a few stars are enough to take hours;
 * here only the last star is ever gone back to: whatever an earlier one could take, the last can take as well.
 *
 * @public
 */
export function matchesPattern(name: string, pattern: string): boolean {
  if (!isPattern(pattern)) {
    return name === pattern;
  }
  const characters = Array.from(name);
  const parts = Array.from(pattern);
  let [at, part] = [0, 0];
  let back: { at: number; part: number } | undefined;
  while (at < characters.length) {
    if (parts[part] === '*') {
      part += 1;
      back = { at, part };
    } else if (
      part < parts.length &&
      (parts[part] === '?' || parts[part] === characters[at])
    ) {
      at += 1;
      part += 1;
    } else if (back) {
      back.at += 1;
      ({ at, part } = back);
    } else {
      return false;
    }
  }
  return parts.slice(part).every(rest => rest === '*');
}

/** How many characters of a name a pattern fixes: the more, the closer it fits. */
export function countLiterals(pattern: string): number {
  return Array.from(pattern).filter(part => part !== '*' && part !== '?')
    .length;
}
