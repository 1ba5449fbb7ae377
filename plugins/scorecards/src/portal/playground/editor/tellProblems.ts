import { SourceProblem } from '@fairlead/backstage-plugin-scorecards-common';

/** Where a problem of the syntax is, at the beginning of its message: its line is told beside it anyway. */
const PLACE = /^line \d+, column \d+: /;

/** The problems of a text as they are told. */
export interface ToldProblems {
  /** In the order of the text. */
  problems: SourceProblem[];
  /** How many are not told, because they follow from the one that is. */
  following: number;
}

/** One slip in the syntax makes whatever follows it wrong, too: only the first is to be mended. */
export function tellProblems(problems: readonly SourceProblem[]): ToldProblems {
  const syntax = problems.find(({ message }) => PLACE.test(message));
  return syntax
    ? {
        problems: [{ ...syntax, message: syntax.message.replace(PLACE, '') }],
        following: problems.length - 1,
      }
    : { problems: [...problems], following: 0 };
}
