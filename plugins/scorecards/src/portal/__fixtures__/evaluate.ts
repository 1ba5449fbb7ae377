import {
  CHECK_STATUSES,
  compileScorecard,
  createFactDirectory,
  LevelCounts,
  ScorecardEntityRow,
  ScorecardEntityV1alpha1,
  ScorecardEvaluation,
  StatusCounts,
} from '@fairlead/backstage-plugin-scorecards-common';
import { FACTS } from './facts';
import { Subject } from './organisation';

/** A subject as a scorecard judges it. */
export interface Judged {
  subject: Subject;
  evaluation: ScorecardEvaluation;
  row: ScorecardEntityRow;
}

/** Judges all subjects that a definition is about, worst first. */
export function judge(
  definition: ScorecardEntityV1alpha1,
  subjects: readonly Subject[],
  now: number,
): Judged[] {
  const compiled = compileScorecard(definition, {
    facts: createFactDirectory(FACTS),
  });
  const rank = (level: string | null) =>
    level === null ? -1 : definition.spec.levels.indexOf(level);
  return subjects
    .filter(({ entity }) => compiled.appliesTo(entity))
    .map(subject => {
      const evaluation = compiled.evaluate(
        { entity: subject.entity, facts: subject.facts, now },
        { explain: true },
      );
      const { level, score, scoreParts, checks } = evaluation;
      return {
        subject,
        evaluation,
        row: {
          entityRef: subject.entityRef,
          title: subject.entity.metadata.title,
          owner: subject.owner,
          system: subject.system,
          level,
          score,
          scoreParts,
          failing: checks
            .filter(check => check.status === 'fail')
            .map(check => check.id),
          statuses: checks.map(check => check.status),
        },
      };
    })
    .sort(
      (a, b) =>
        rank(a.row.level) - rank(b.row.level) ||
        (a.row.score ?? 1) - (b.row.score ?? 1) ||
        a.row.entityRef.localeCompare(b.row.entityRef),
    );
}

/** The sums of some judged subjects. */
export function totalsOf(judged: readonly Judged[]): {
  entities: number;
  levels: LevelCounts;
  statuses: StatusCounts;
} {
  const levels: LevelCounts = {};
  const statuses = Object.fromEntries(
    CHECK_STATUSES.map(status => [status, 0]),
  ) as StatusCounts;
  for (const { row } of judged) {
    const level = row.level ?? 'none';
    levels[level] = (levels[level] ?? 0) + 1;
    for (const status of row.statuses) {
      statuses[status] += 1;
    }
  }
  return { entities: judged.length, levels, statuses };
}
