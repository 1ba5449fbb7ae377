import { ScoreParts } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { whereOneOf } from '@fairlead/bulk-sql';
import { ScorecardInForce } from '../../../judging/definitions/ScorecardDefinitions';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { Totals, TotalsRow } from '../Totals';

type Row = TotalsRow & {
  scorecard_ref: string;
  score_pass: number;
  score_total: number;
};

/** How the entities of some owners stand with one scorecard. */
export class OwnerTotals extends Totals {
  readonly scoreParts: ScoreParts = { pass: 0, total: 0 };

  addRow(row: Row): void {
    this.add(row);
    this.scoreParts.pass += Number(row.score_pass);
    this.scoreParts.total += Number(row.score_total);
  }
}

/** The totals of the scorecards that judge any entity of the owners: one query for all of them. */
export async function readOwnerTotals(options: {
  db: Knex;
  scorecards: readonly ScorecardInForce[];
  owners: readonly string[];
  visibility: Visibility;
}): Promise<Map<string, OwnerTotals>> {
  const { db, scorecards, owners, visibility } = options;
  const query = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .groupBy('r.scorecard_ref', 'r.level', 'r.statuses')
    .select<Row[]>(
      'r.scorecard_ref',
      'r.level',
      'r.statuses',
      db.raw('count(*) as count'),
      db.raw('sum(r.score_pass) as score_pass'),
      db.raw('sum(r.score_total) as score_total'),
    );
  whereOneOf(query, 'e.owner_ref', owners);
  restrictToVisibleResults(query, visibility);

  const definitions = new Map(
    scorecards.map(({ scorecardRef, definition }) => [
      scorecardRef,
      definition,
    ]),
  );
  const totals = new Map<string, OwnerTotals>();
  for (const row of await query) {
    const definition = definitions.get(row.scorecard_ref);
    if (definition) {
      const sums = totals.get(row.scorecard_ref) ?? new OwnerTotals(definition);
      totals.set(row.scorecard_ref, sums);
      sums.addRow(row);
    }
  }
  return totals;
}
