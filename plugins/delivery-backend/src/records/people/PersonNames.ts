import { MASK } from './mask';

/** Shorter names are not looked for in texts: they are part of too many words. */
const SHORTEST = 3;
const LONGEST = 100;

const WORD = /[\p{L}\p{N}_]+/gu;
const LETTER = /\p{L}/u;
const PART_OF_WORD = /^[\p{L}\p{N}_]/u;

/** Names of persons, to be found again in any text in time that does not grow with how many they are. */
export class PersonNames {
  /** By their first word, the longest first; all in lower case. */
  readonly #byFirstWord = new Map<string, string[]>();
  readonly #hosts: ReadonlySet<string>;

  /** @param hosts - what systems themselves are called: the names of their own accounts stand in every address */
  constructor(hosts: readonly string[]) {
    this.#hosts = new Set([...hosts, 'noreply']);
  }

  add(name: string): void {
    const text = lowerCase(name.trim());
    const first = text.match(WORD)?.[0];
    const isLooked =
      text.length >= SHORTEST &&
      text.length <= LONGEST &&
      LETTER.test(text) &&
      !this.#hosts.has(text);
    if (!first || !isLooked || !text.startsWith(first)) {
      return;
    }
    const known = this.#byFirstWord.get(first) ?? [];
    if (!known.includes(text)) {
      known.push(text);
      known.sort((a, b) => b.length - a.length);
      this.#byFirstWord.set(first, known);
    }
  }

  maskIn(text: string): string {
    if (this.#byFirstWord.size === 0) {
      return text;
    }
    let masked = '';
    let done = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (index >= done) {
        const name = this.#byFirstWord
          .get(lowerCase(word))
          ?.find(candidate => standsAt(text, index, candidate));
        if (name) {
          masked += text.slice(done, index) + MASK;
          done = index + name.length;
        }
      }
    }
    return masked + text.slice(done);
  }
}

function standsAt(text: string, index: number, name: string): boolean {
  const end = index + name.length;
  return (
    lowerCase(text.slice(index, end)) === name &&
    !PART_OF_WORD.test(text.slice(end, end + 2))
  );
}

function lowerCase(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
