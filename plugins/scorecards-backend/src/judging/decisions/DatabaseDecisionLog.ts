import { Decision } from '@fairlead/backstage-plugin-scorecards-common';
import { insertRows, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import { DbDecisionRow } from '../../database/tables';
import { DecisionLog, NewDecision, SubjectKind } from './DecisionLog';

const COLUMNS = {
  subject_kind: 'text',
  subject_id: 'text',
  move: 'text',
  side: 'text',
  actor: 'text',
  principal: 'text',
  reason: 'text',
  at: 'bigint',
} as const;

export class DatabaseDecisionLog implements DecisionLog {
  async append(
    tx: Knex.Transaction,
    subjectKind: SubjectKind,
    entries: readonly NewDecision[],
  ): Promise<void> {
    await insertRows(tx, {
      table: 'decisions',
      columns: COLUMNS,
      rows: entries.map(({ subjectId, ...entry }) => ({
        ...entry,
        subject_kind: subjectKind,
        subject_id: subjectId,
      })),
    });
  }

  async list(
    db: Knex,
    subjectKind: SubjectKind,
    subjectIds: readonly string[],
  ): Promise<Map<string, Decision[]>> {
    const decisions = new Map<string, Decision[]>(
      subjectIds.map(id => [id, []]),
    );
    if (subjectIds.length === 0) {
      return decisions;
    }
    const query = db<DbDecisionRow>('decisions')
      .where('subject_kind', subjectKind)
      .orderBy(['at', 'id']);
    whereOneOf(query, 'subject_id', subjectIds);
    for (const row of (await query) as DbDecisionRow[]) {
      decisions.get(row.subject_id)?.push({
        move: row.move,
        side: row.side,
        actor: row.actor,
        principal: row.principal,
        reason: row.reason,
        at: isoTime(row.at),
      });
    }
    return decisions;
  }
}
