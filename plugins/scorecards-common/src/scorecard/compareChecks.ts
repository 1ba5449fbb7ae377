import { isSame } from './isSame';
import { CheckDefinition, ScorecardEntityV1alpha1 } from './types';

/**
 * How a check differs between two versions of a definition: one side is missing where it was added or removed.
 *
 * @public
 */
export interface ComparedCheck {
  id: string;
  change: 'added' | 'removed' | 'changed';
  before?: CheckDefinition;
  after?: CheckDefinition;
}

/**
 * The checks in which two versions of a definition differ, texts included: those of the later one in its order, then
 * those that were removed. The order in which checks and their fields are written is no difference.
 *
 * @public
 */
export function compareChecks(
  before: ScorecardEntityV1alpha1 | null,
  after: ScorecardEntityV1alpha1,
): ComparedCheck[] {
  const earlier = new Map(
    (before?.spec.checks ?? []).map(check => [check.id, check]),
  );
  const kept = new Set(after.spec.checks.map(({ id }) => id));
  return [
    ...after.spec.checks.flatMap((check): ComparedCheck[] => {
      const { id } = check;
      const old = earlier.get(id);
      if (!old) {
        return [{ id, change: 'added', after: check }];
      }
      return isSame(old, check)
        ? []
        : [{ id, change: 'changed', before: old, after: check }];
    }),
    ...[...earlier.values()]
      .filter(({ id }) => !kept.has(id))
      .map((check): ComparedCheck => {
        return { id: check.id, change: 'removed', before: check };
      }),
  ];
}
