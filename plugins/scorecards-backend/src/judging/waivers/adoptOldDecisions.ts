import { Knex } from 'knex';
import { foldWaiverDecisions } from '@fairlead/backstage-plugin-scorecards-common';
import { isoTime } from '../../database/isoTime';
import { lockEntities } from '../../database/lockEntities';
import { markDue } from '../../database/markDue';
import { DbOldWaiverColumns, DbTime, DbWaiverRow } from '../../database/tables';
import { DecisionLog, NewDecision } from '../decisions/DecisionLog';

type OldRow = DbWaiverRow & DbOldWaiverColumns;

/**
 * Adds to the log what replicas of the version before it wrote to columns while they were still running. Answers how
 * many waivers that concerned.
 */
export async function adoptOldDecisions(
  db: Knex,
  options: { log: DecisionLog; now: number },
): Promise<number> {
  const rows: Pick<OldRow, 'id' | 'entity_ref'>[] = await db('waivers as w')
    .select('w.id', 'w.entity_ref')
    .where(missing =>
      missing
        .whereNotExists(entriesOf(db, 'ask'))
        .orWhere(inner =>
          whereOld(inner, db, 'entity_owner_by', 'approve', 'entity-owner'),
        )
        .orWhere(inner =>
          whereOld(
            inner,
            db,
            'scorecard_owner_by',
            'approve',
            'scorecard-owner',
          ),
        )
        .orWhere(inner => whereOld(inner, db, 'rejected_by', 'reject'))
        .orWhere(inner =>
          inner
            .where('w.state', 'withdrawn')
            .whereNotExists(entriesOf(db, 'withdraw')),
        ),
    );
  for (const { id, entity_ref: entityRef } of rows) {
    await db.transaction(async tx => {
      await lockEntities(tx, [entityRef]);
      await adopt(tx, id, options);
      await markDue(tx, { entityRefs: [entityRef], now: options.now });
    });
  }
  return rows.length;
}

async function adopt(
  tx: Knex.Transaction,
  id: string,
  { log, now }: { log: DecisionLog; now: number },
): Promise<void> {
  const [row] = await tx<OldRow>('waivers').where({ id });
  const known = (await log.list(tx, 'waiver', [id])).get(id) ?? [];
  const added = readColumns(row, now).filter(
    ({ move, side }) =>
      !known.some(entry => entry.move === move && entry.side === side),
  );
  await log.append(tx, 'waiver', added);
  const { state } = foldWaiverDecisions(
    [...known, ...added.map(entry => ({ ...entry, at: isoTime(entry.at) }))],
    { expiresAt: Number(row.expires_at), now },
  );
  if (state !== 'requested') {
    await tx<DbWaiverRow>('waivers').where({ id }).update({ state });
  }
}

/** What the columns of a waiver say, as entries. */
function readColumns(row: OldRow, now: number): NewDecision[] {
  const entry = (
    move: string,
    actor: string | null,
    at: DbTime | null,
    more: Partial<NewDecision> = {},
  ): NewDecision[] =>
    at === null
      ? []
      : [
          {
            subjectId: row.id,
            move,
            actor,
            side: null,
            principal: 'unknown',
            reason: null,
            ...more,
            at: Number(at),
          },
        ];
  return [
    ...entry('ask', row.requested_by, row.requested_at, { reason: row.reason }),
    ...entry('approve', row.entity_owner_by, row.entity_owner_at, {
      side: 'entity-owner',
    }),
    ...entry('approve', row.scorecard_owner_by, row.scorecard_owner_at, {
      side: 'scorecard-owner',
    }),
    ...entry('reject', row.rejected_by, row.rejected_at, {
      reason: row.rejected_reason,
    }),
    ...entry('withdraw', null, row.state === 'withdrawn' ? now : null),
  ];
}

function whereOld(
  query: Knex.QueryBuilder,
  db: Knex,
  column: keyof DbOldWaiverColumns,
  move: string,
  side?: string,
): void {
  const entries = entriesOf(db, move);
  query
    .whereNotNull(`w.${column}`)
    .whereNotExists(side ? entries.where('d.side', side) : entries);
}

function entriesOf(db: Knex, move: string): Knex.QueryBuilder {
  return db('decisions as d')
    .select(db.raw('1'))
    .where({ 'd.subject_kind': 'waiver', 'd.move': move })
    .whereRaw('d.subject_id = w.id');
}
