import {
  CheckResult,
  ScorecardEntityV1alpha1,
  ScorecardResult,
  Waiver,
} from '@fairlead/backstage-plugin-scorecards-common';
import { dueOf } from '../../../judging/campaigns/dueOf';
import { EntityDue } from '../../../judging/campaigns/readDues';
import { DescribedQuestion } from '../../../judging/attestations/describeQuestion';
import { readStatuses, StoredCheck } from '../../../database/storedChecks';
import { DbResultRow } from '../../../database/tables';
import { isoTime } from '../../../database/isoTime';

/** Puts a stored result into words, with the definition that it was made with. */
export function toScorecardResult(
  row: DbResultRow,
  definition: ScorecardEntityV1alpha1,
  options: {
    waivers: readonly Waiver[];
    /** The earliest first. */
    dues: readonly EntityDue[];
    /** By the id of the check. */
    questions?: ReadonlyMap<string, DescribedQuestion>;
  },
): ScorecardResult {
  const { waivers, dues, questions } = options;
  const dueFor = dueOf(row.scorecard_ref, definition, dues);
  const statuses = readStatuses(row.statuses);
  const stored: StoredCheck[] = JSON.parse(row.checks);

  return {
    scorecardRef: row.scorecard_ref,
    title: definition.metadata.title ?? definition.metadata.name,
    level: row.level,
    levels: definition.spec.levels,
    score: row.score,
    scoreParts: { pass: row.score_pass, total: row.score_total },
    next: row.next === null ? null : JSON.parse(row.next),
    checks: definition.spec.checks.map((check, index): CheckResult => {
      const { since, reason, evidence, countsFrom } = stored[index];
      const asked = questions?.get(check.id);
      return {
        id: check.id,
        title: check.title,
        description: check.description,
        level: check.level,
        weight: check.weight ?? 1,
        status: statuses[index],
        since: isoTime(since),
        reason,
        evidence,
        why: check.why,
        fix: check.fix,
        countsFrom,
        waiver: waivers.find(
          waiver =>
            waiver.scorecardRef === row.scorecard_ref &&
            waiver.checkId === check.id,
        ),
        due: dueFor(check.id, statuses[index]),
        question: asked?.question,
        answers: asked?.answers,
      };
    }),
    waivedMeaning: definition.spec.waivers?.meaning,
    changedAt: isoTime(row.changed_at),
  };
}
