import { ScorecardResultResource } from '@fairlead/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DbEntityRow, DbResultRow } from '../database/tables';
import { parseResultRef, stringifyResultRef } from './resultRef';

type Row = Pick<DbResultRow, 'scorecard_ref' | 'entity_ref'> &
  Pick<DbEntityRow, 'kind' | 'owner_ref' | 'system_ref'> & {
    scorecard_owner_ref: string | null;
  };

/** Loads results for the permission backend, in the order of the refs; undefined for one that does not exist. */
export async function readResultResources(
  db: Knex,
  resultRefs: readonly string[],
): Promise<(ScorecardResultResource | undefined)[]> {
  const parsed = resultRefs.map(parseResultRef);
  const rows: Row[] = await db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .leftJoin('entities as s', 's.entity_ref', 'r.scorecard_ref')
    .whereIn(
      ['r.scorecard_ref', 'r.entity_ref'],
      parsed.flatMap(ref => (ref ? [[ref.scorecardRef, ref.entityRef]] : [])),
    )
    .select(
      'r.scorecard_ref',
      'r.entity_ref',
      'e.kind',
      'e.owner_ref',
      'e.system_ref',
      's.owner_ref as scorecard_owner_ref',
    );
  const resources = new Map(
    rows.map(row => [
      stringifyResultRef(row.scorecard_ref, row.entity_ref),
      {
        scorecardRef: row.scorecard_ref,
        entityRef: row.entity_ref,
        kind: row.kind,
        ownerRef: row.owner_ref ?? undefined,
        systemRef: row.system_ref ?? undefined,
        scorecardOwnerRef: row.scorecard_owner_ref ?? undefined,
      },
    ]),
  );
  return parsed.map(
    ref =>
      ref && resources.get(stringifyResultRef(ref.scorecardRef, ref.entityRef)),
  );
}
