import { InputError } from '@backstage/errors';
import { RE2JS } from 're2js';
import { LIMITS } from './limits';

/** A pattern of `$matches`, matched in time linear in the text. */
export interface Pattern {
  readonly source: string;
  /** Whether the pattern is found anywhere in the text. */
  isFoundIn(text: string): boolean;
}

/**
 * Compiles a pattern of RE2 syntax. Neither a look-around nor a back reference exists in it, so no text makes it hang;
 * the limits keep even the slowest pattern within milliseconds.
 *
 * @throws InputError when it is too long, too costly, or not RE2 syntax.
 */
export function compilePattern(source: string): Pattern {
  if (source.length > LIMITS.patternLength) {
    throw new InputError(
      `a pattern has at most ${LIMITS.patternLength} characters, this one ${source.length}`,
    );
  }
  const compiled = compile(source);
  if (compiled.programSize() > LIMITS.patternProgramSize) {
    throw new InputError(
      `the pattern '${source}' repeats too much, use smaller counts in { }`,
    );
  }
  return { source, isFoundIn: text => compiled.test(text) };
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source);
  } catch (error) {
    throw new InputError(
      `'${source}' is not a pattern of RE2 syntax: ${error.message}`,
    );
  }
}
