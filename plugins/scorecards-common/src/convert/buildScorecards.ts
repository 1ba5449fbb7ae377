import { FilterPredicate } from '@backstage/filter-predicates';
import { isolated } from '@fairlead/bidi-text';
import { JsonValue } from '@backstage/types';
import { LIMITS } from '../rule/limits';
import {
  CheckDefinition,
  FAIRLEAD_API_VERSION,
  ScorecardEntityV1alpha1,
} from '../scorecard/types';
import { validateScorecard } from '../scorecard/validateScorecard';
import { Path, Source } from './Source';
import { toWords } from './names';
import { ImportedScorecards, ImportOptions } from './types';

/** What a number leaves of the length of a name. */
const LONGEST_STEM = 56;

/** What is left of the limits for the head of the file. */
const SHARE_FOR_CHECKS = 0.7;

/** Characters before a value, about. */
const INDENTATION = 16;

/** Line breaks and characters that mean something in YAML. */
const MARKS = /[\n\r,:[\]{}&*!?|>'"#%]|-\s/g;

/** A check that was made, and what of. */
export interface Draft {
  check: CheckDefinition;
  document: number;
  path: Path;
}

/** Scorecards of the checks that are valid. What is not is noted, and left out: a check with half a rule lets things pass. */
export function buildScorecards(
  drafts: readonly Draft[],
  scorecard: {
    source: Source;
    options: ImportOptions;
    name: string;
    title: string;
    description?: string;
    appliesTo: FilterPredicate;
    levels: string[];
  },
): ImportedScorecards['scorecards'] {
  const { source, options, title, description, appliesTo, levels } = scorecard;
  const name = options.name ?? toWords(scorecard.name) ?? 'imported';
  const create = (
    checks: CheckDefinition[],
    number = 1,
  ): ScorecardEntityV1alpha1 => ({
    apiVersion: FAIRLEAD_API_VERSION,
    kind: 'Scorecard',
    metadata: {
      name: number === 1 ? name : `${name.slice(0, LONGEST_STEM)}-${number}`,
      title: number === 1 ? title : `${title} (${number})`,
      ...(description !== undefined && { description }),
    },
    spec: {
      owner: options.owner,
      appliesTo,
      levels: levels.filter(level =>
        checks.some(check => check.level === level),
      ),
      checks,
    },
  });

  const isGood = ({ check, document, path }: Draft) => {
    const [problem] = problemsOf(create([check]));
    if (problem) {
      source.note(
        document,
        path,
        isolated`left out '${check.title}': ${problem.path.replace(
          /^spec\.checks\[0\]\.?/,
          '',
        )}: ${problem.message}`,
      );
    }
    return !problem;
  };
  const groups = split(drafts)
    .map(group =>
      // Most groups are good as they are, and looking at one check after the other takes longer.
      problemsOf(create(group.map(({ check }) => check))).length === 0
        ? group
        : group.filter(isGood),
    )
    .filter(group => group.length > 0);
  if (groups.length > 1) {
    source.note(
      0,
      [],
      `has more checks than one scorecard holds, they are in ${groups.length}`,
    );
  }
  return groups.map((group, index) =>
    create(
      group.map(({ check }) => check),
      index + 1,
    ),
  );
}

/** What is wrong with the checks; what is wrong with the head is for whoever named it. */
function problemsOf(scorecard: ScorecardEntityV1alpha1) {
  return validateScorecard(scorecard).filter(({ path }) =>
    path.startsWith('spec.checks'),
  );
}

function split(drafts: readonly Draft[]): Draft[][] {
  const groups: Draft[][] = [];
  let size = { marks: 0, length: 0 };
  for (const draft of drafts) {
    const own = measure(draft.check as unknown as JsonValue);
    const together = {
      marks: size.marks + own.marks,
      length: size.length + own.length,
    };
    const group = groups.at(-1);
    if (
      group &&
      group.length < LIMITS.checks &&
      together.marks <= LIMITS.yamlMarks * SHARE_FOR_CHECKS &&
      together.length <= LIMITS.yamlLength * SHARE_FOR_CHECKS
    ) {
      group.push(draft);
      size = together;
    } else {
      groups.push([draft]);
      size = own;
    }
  }
  return groups;
}

/** How much YAML a value takes, about, without writing it: quotes and escapes where a text has marks. */
function measure(value: JsonValue): { marks: number; length: number } {
  if (typeof value !== 'object' || value === null) {
    const text = String(value);
    const marks = text.match(MARKS)?.length ?? 0;
    return marks === 0
      ? { marks, length: text.length }
      : { marks: marks + 2, length: 2 * text.length };
  }
  return Object.entries(value).reduce(
    (sum, [key, inner = null]) => {
      const own = measure(inner);
      const name = Array.isArray(value) ? '' : key;
      return {
        marks: sum.marks + own.marks + measure(name).marks + 2,
        length: sum.length + own.length + name.length + INDENTATION,
      };
    },
    { marks: 0, length: 0 },
  );
}
