import { parseDocuments } from '@fairlead/bounded-yaml';
import { Document, LineCounter } from 'yaml';
import { FactDirectory } from '../facts';
import { LIMITS } from '../rule/limits';
import { checkDocument } from './checkDocument';
import {
  createSourcePositions,
  SourcePositions,
  SourceRange,
  toSourceRange,
} from './SourcePositions';
import { DefinitionProblem, ScorecardEntityV1alpha1 } from './types';
import { validateScorecard } from './validateScorecard';

/**
 * A problem with the place in the text where it shows.
 *
 * @public
 */
export interface SourceProblem extends DefinitionProblem {
  range?: SourceRange;
}

/**
 * What a text in YAML came to.
 *
 * @public
 */
export interface ParsedScorecardYaml {
  /** Set when there are no problems. */
  entity?: ScorecardEntityV1alpha1;
  problems: SourceProblem[];
  positions: SourcePositions;
}

const NO_POSITIONS: SourcePositions = { rangeOf: () => undefined };

/** Line breaks and characters that begin, end or join values. */
const MARKS = /[\n\r,:[\]{}&*!?|>'"#%]|-\s/g;

/**
 * Reads and validates the YAML of one scorecard. Never throws: what is wrong comes back as problems, in the order of
 * the text.
 *
 * @param options - the known facts, as for {@link validateScorecard}
 * @public
 */
export function parseScorecardYaml(
  text: string,
  options?: { facts?: FactDirectory },
): ParsedScorecardYaml {
  const { value, problems: syntax, positions } = readScorecardYaml(text);
  if (syntax.length > 0) {
    return { problems: syntax, positions };
  }
  const problems = validateScorecard(value, options)
    .map(problem => ({ ...problem, range: positions.rangeOf(problem.path) }))
    .sort((a, b) => (a.range?.from ?? 0) - (b.range?.from ?? 0));
  return problems.length > 0
    ? { problems, positions }
    : { entity: value as ScorecardEntityV1alpha1, problems, positions };
}

/**
 * The first half of {@link parseScorecardYaml}, for whoever has other work between the two: reads the YAML of one
 * scorecard, and does not look at what it says.
 *
 * @public
 */
export function readScorecardYaml(text: string): {
  /** What the text holds, when there are no problems. */
  value?: unknown;
  problems: SourceProblem[];
  positions: SourcePositions;
} {
  if (text.length > LIMITS.yamlLength) {
    return refused(
      `the text has more than ${LIMITS.yamlLength / 1024} thousand characters`,
    );
  }
  if (countMarks(text) > LIMITS.yamlMarks) {
    return refused(
      `the text has more than ${LIMITS.yamlMarks} line breaks, brackets, commas and other marks, split the scorecard`,
    );
  }
  const lines = new LineCounter();
  const documents = parseDocuments(text, {
    nesting: LIMITS.nesting,
    lines,
  });
  if (!documents) {
    return refused(`the text nests more than ${LIMITS.nesting} deep`);
  }
  const [document] = documents;
  if (!document) {
    return refused('the text holds no document');
  }
  const positions = createSourcePositions(document.contents, lines);
  const syntax = readSyntaxProblems(documents, lines);
  if (syntax.length > 0) {
    return { problems: syntax, positions };
  }

  try {
    return { value: document.toJS(), problems: [], positions };
  } catch (error) {
    return { problems: [{ path: '', message: error.message }], positions };
  }
}

function refused(message: string) {
  return { problems: [{ path: '', message }], positions: NO_POSITIONS };
}

function countMarks(text: string): number {
  let count = 0;
  MARKS.lastIndex = 0;
  while (count <= LIMITS.yamlMarks && MARKS.test(text)) {
    count += 1;
  }
  return count;
}

function readSyntaxProblems(
  documents: Document.Parsed[],
  lines: LineCounter,
): SourceProblem[] {
  const problems: SourceProblem[] = documents
    .flatMap(({ errors }) => errors)
    .slice(0, LIMITS.problems)
    .map(error => {
      const range = toSourceRange(error.pos, lines);
      return {
        path: '',
        message: `line ${range.line}, column ${range.column}: ${error.message}`,
        range,
      };
    });
  if (problems.length === 0) {
    problems.push(
      ...checkDocument(documents[0], lines)
        .slice(0, LIMITS.problems)
        .map(problem => ({ path: '', ...problem })),
    );
  }
  if (problems.length === 0 && documents.length > 1) {
    const from = documents[1].range[0];
    problems.push({
      path: '',
      message: 'the text holds more than one document, give one scorecard',
      range: toSourceRange([from, from], lines),
    });
  }
  return problems;
}
