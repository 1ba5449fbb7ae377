import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { whereOneOf } from '@fairlead/bulk-sql';
import { ScorecardInForce } from '../../../judging/definitions/ScorecardDefinitions';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { isoTime } from '../../../database/isoTime';
import { Totals, TotalsRow } from '../Totals';

/** Scorecards with their totals: one query for all of them. */
export async function summarizeScorecards(options: {
  db: Knex;
  scorecards: readonly ScorecardInForce[];
  visibility: Visibility;
}): Promise<ScorecardSummary[]> {
  const { db, scorecards, visibility } = options;
  const query = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .groupBy('r.scorecard_ref', 'r.level', 'r.statuses')
    .select<(TotalsRow & { scorecard_ref: string })[]>(
      'r.scorecard_ref',
      'r.level',
      'r.statuses',
      db.raw('count(*) as count'),
    );
  whereOneOf(
    query,
    'r.scorecard_ref',
    scorecards.map(({ scorecardRef }) => scorecardRef),
  );
  restrictToVisibleResults(query, visibility);

  const totals = new Map(
    scorecards.map(({ scorecardRef, definition }) => [
      scorecardRef,
      new Totals(definition),
    ]),
  );
  for (const row of await query) {
    totals.get(row.scorecard_ref)?.add(row);
  }
  return scorecards.map(scorecard =>
    toSummary(scorecard, totals.get(scorecard.scorecardRef)!),
  );
}

function toSummary(
  scorecard: ScorecardInForce,
  totals: Totals,
): ScorecardSummary {
  const { metadata, spec } = scorecard.definition;
  return {
    scorecardRef: scorecard.scorecardRef,
    title: metadata.title ?? metadata.name,
    description: metadata.description,
    owner: spec.owner,
    levels: spec.levels,
    checks: spec.checks.map(({ id, title, level, weight = 1, from }) => ({
      id,
      title,
      level,
      weight,
      from,
    })),
    totals: totals.toJSON(),
    problems: scorecard.problems,
    version: scorecard.version,
    versionSince: isoTime(scorecard.since),
  };
}
