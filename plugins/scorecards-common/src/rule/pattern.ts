import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { RE2JS } from 're2js';
import { LIMITS } from './limits';

/** A pattern of `$matches`, matched in time linear in the text. */
export interface Pattern {
  readonly source: string;
  /** How many instructions each character of a text may cost. */
  readonly size: number;
  /** Whether the pattern is found anywhere in the text. */
  isFoundIn(text: string): boolean;
}

/** What a pattern takes besides its instructions. */
const OVERHEAD = 40;

/**
 * Compiles the patterns of one scorecard, which share a size: a pattern that is too large uses it up, so that nobody
 * has hundreds of them compiled.
 */
export class PatternCompiler {
  #left: number = LIMITS.patternsProgramSize;

  /**
   * Compiles a pattern of RE2 syntax. Neither a look-around nor a back reference exists in it, so no text makes it hang;
   * the limits keep even the slowest pattern within milliseconds.
   *
   * @throws InputError when it is too long, too costly, or not RE2 syntax.
   */
  compile(source: string): Pattern {
    if (source.length > LIMITS.patternLength) {
      throw new InputError(
        `a pattern has at most ${LIMITS.patternLength} characters, this one ${source.length}`,
      );
    }
    if (this.#left <= 0) {
      throw new InputError(
        'the patterns of the scorecard are too large together, use fewer of them or smaller counts in { }',
      );
    }
    const compiled = compile(source);
    const size = compiled.programSize();
    this.#left -= size + OVERHEAD;
    if (size > LIMITS.patternProgramSize) {
      throw new InputError(
        isolated`the pattern '${source}' repeats too much, use smaller counts in { }`,
      );
    }
    return { source, size, isFoundIn: text => compiled.test(text) };
  }
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source);
  } catch (error) {
    throw new InputError(
      isolated`'${source}' is not a pattern of RE2 syntax: ${error.message}`,
    );
  }
}
