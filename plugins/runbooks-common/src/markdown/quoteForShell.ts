/** What a shell reads as it stands, wherever it stands; a dash in front would make an option of it. */
const PLAIN = /^[A-Za-z0-9_./][A-Za-z0-9_./:=@%+,-]*$/;

/** Languages of code blocks that a shell reads. A block without a language is copied into one, too. */
const SHELLS = new Set([
  'bash',
  'bash-session',
  'console',
  'ksh',
  'sh',
  'shell',
  'shell-session',
  'shellsession',
  'terminal',
  'text',
  'txt',
  'zsh',
]);

/** Nobody copies a longer one, and each place in it is read from its beginning. */
const LONGEST_SCRIPT = 20_000;

/** Within which quotes a place in a script stands; `unclear` within anything else that a shell knows. */
type Quoting = 'none' | 'single' | 'double' | 'unclear';

/**
 * What stands for a value in a script so that a shell reads that value and nothing more, or undefined where that cannot
 * be had.
 *
 * @param readBefore - answers with the script up to that place; most values need no look at it
 */
export function quoteForShell(
  value: string,
  readBefore: () => string,
  language: string | undefined,
): string | undefined {
  if (PLAIN.test(value)) {
    return value;
  }
  const before = readBefore();
  if (before.length > LONGEST_SCRIPT) {
    return undefined;
  }
  if (/^-/.test(value) && /(?:^|[\s'"])$/.test(before)) {
    // Quotes do not keep a command from reading it as an option.
    return undefined;
  }
  if (language && !SHELLS.has(language)) {
    return undefined;
  }
  // People copy a whole block, or one line of it: both have to be read the same.
  const quoting = quotingAfter(before);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (quotingAfter(line) !== quoting) {
    return undefined;
  }
  const quoted = value.replace(/'/g, `'\\''`);
  switch (quoting) {
    case 'none':
      return `'${quoted}'`;
    case 'single':
      return quoted;
    case 'double':
      return `"'${quoted}'"`;
    default:
      return undefined;
  }
}

function quotingAfter(script: string): Quoting {
  let quoting: Quoting = 'none';
  for (let at = 0; at < script.length; at += 1) {
    const char = script[at];
    if (quoting === 'single') {
      quoting = char === "'" ? 'none' : 'single';
    } else if (char === '\\') {
      at += 1;
      if (at >= script.length) {
        return 'unclear';
      }
    } else if (char === '"') {
      quoting = quoting === 'double' ? 'none' : 'double';
    } else if (
      char === '`' ||
      (char === '$' && '(\'"{'.includes(script[at + 1] ?? '('))
    ) {
      return 'unclear';
    } else if (quoting === 'none') {
      if (char === "'") {
        quoting = 'single';
      } else if (char === '<' && script[at + 1] === '<') {
        return 'unclear';
      } else if (char === '#' && /\s/.test(script[at - 1] ?? ' ')) {
        // Shells differ in whether they know comments at the prompt, so quotes in one leave open what follows.
        const end = script.indexOf('\n', at);
        if (end < 0 || /['"`\\$<]/.test(script.slice(at, end))) {
          return 'unclear';
        }
        at = end;
      }
    }
  }
  return quoting;
}
