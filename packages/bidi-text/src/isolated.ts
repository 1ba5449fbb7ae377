import { isolate } from './isolate';

/**
 * A tag for sentences of ours with values in them: each value is isolated, so that none turns the sentence around.
 *
 * @example
 * isolated`There is no entity '${entityRef}'`
 *
 * @public
 */
export function isolated(
  words: TemplateStringsArray,
  ...values: unknown[]
): string {
  return words.reduce(
    (sentence, word, index) =>
      `${sentence}${isolate(String(values[index - 1]))}${word}`,
  );
}
