import {
  CheckDue,
  CheckStatus,
  ScorecardEntityV1alpha1,
  targetChecks,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isoTime } from '../../database/isoTime';
import { EntityDue } from './readDues';

/** A check that passes is due for nothing, nor is one that is left out. */
const SETTLED: readonly CheckStatus[] = ['pass', 'waived', 'not-applicable'];

/** Tells what a check of an entity is due for. @param dues - the earliest first */
export function dueOf(
  scorecardRef: string,
  definition: ScorecardEntityV1alpha1,
  dues: readonly EntityDue[],
): (checkId: string, status: CheckStatus) => CheckDue | undefined {
  const asked = dues
    .filter(due => due.scorecardRef === scorecardRef)
    .map(due => ({ due, checkIds: targetChecks(definition, due.target) }));
  return (checkId, status) => {
    const found = SETTLED.includes(status)
      ? undefined
      : asked.find(({ checkIds }) => checkIds.includes(checkId))?.due;
    return (
      found && {
        date: isoTime(found.deadline),
        campaign: { id: found.id, title: found.title },
      }
    );
  };
}
