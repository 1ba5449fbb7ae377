import {
  CheckDefinition,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';

/** What an author can change about a check, and how it is told. */
const CHECK_PARTS: [keyof CheckDefinition, string][] = [
  ['title', 'title'],
  ['level', 'level'],
  ['weight', 'weight'],
  ['maxAge', 'greatest age of facts'],
  ['from', 'start'],
  ['appliesTo', 'selection of entities'],
  ['rule', 'rule'],
  ['description', 'description'],
  ['why', 'reason'],
  ['fix', 'remedy'],
];

/** What changed from one version of a scorecard to the next, as sentences. */
export function describeChanges(
  before: ScorecardEntityV1alpha1 | undefined,
  after: ScorecardEntityV1alpha1,
): string[] {
  if (!before) {
    return ['First version'];
  }
  const oldChecks = new Map(before.spec.checks.map(check => [check.id, check]));
  const newIds = new Set(after.spec.checks.map(({ id }) => id));
  const changes = [
    ...describeScorecard(before, after),
    ...after.spec.checks.flatMap(check => {
      const old = oldChecks.get(check.id);
      return old
        ? describeCheck(old, check)
        : [isolated`Check '${check.id}' was added at level ${check.level}`];
    }),
    ...before.spec.checks
      .filter(({ id }) => !newIds.has(id))
      .map(({ id }) => isolated`Check '${id}' was removed`),
  ];
  return changes.length > 0 ? changes : ['Wording or order changed'];
}

function describeScorecard(
  before: ScorecardEntityV1alpha1,
  after: ScorecardEntityV1alpha1,
): string[] {
  const changes: string[] = [];
  if (isDifferent(before.spec.appliesTo, after.spec.appliesTo)) {
    changes.push('It applies to other entities');
  }
  if (isDifferent(before.spec.levels, after.spec.levels)) {
    changes.push(
      `The levels went from ${before.spec.levels.join(
        ', ',
      )} to ${after.spec.levels.join(', ')}`,
    );
  }
  if (before.spec.owner !== after.spec.owner) {
    changes.push(
      `The owner went from ${before.spec.owner} to ${after.spec.owner}`,
    );
  }
  return changes;
}

function describeCheck(before: CheckDefinition, after: CheckDefinition) {
  return CHECK_PARTS.filter(([part]) =>
    isDifferent(before[part], after[part]),
  ).map(([part, name]) => {
    const values = [before[part], after[part]];
    return values.every(
      value => typeof value !== 'object' && String(value).length < 40,
    )
      ? isolated`Check '${after.id}': ${name} went from ${values
          .map(value => value ?? 'none')
          .join(' to ')}`
      : `Check '${after.id}': ${name} changed`;
  });
}

function isDifferent(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
