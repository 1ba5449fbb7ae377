import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  assertAllowed,
  decodeCursor,
  encodeCursor,
  ForCaller,
  SortText,
} from '@fairlead/backend-routes';
import {
  RunbookDocument,
  runbooksValueReadPermission,
} from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  DbRunbookAlertRow,
  DbRunbookCopyRow,
  DbRunbookRow,
} from '../../database/tables';

const LIST = 'search-documents';

type Row = DbRunbookRow & {
  text: DbRunbookCopyRow['text'] | null;
  named_by: string | null;
};

/**
 * The texts of all runbooks for a search engine. Each names the entity whose readers may find it: its own, or the first of
 * those that name it.
 */
export class RunbookDocuments {
  readonly #db: Knex;
  readonly #permissions: PermissionsService;

  static create(options: {
    db: Knex;
    permissions: PermissionsService;
  }): RunbookDocuments {
    return new RunbookDocuments(options);
  }

  private constructor(options: { db: Knex; permissions: PermissionsService }) {
    this.#db = options.db;
    this.#permissions = options.permissions;
  }

  async read(query: { after?: string; limit: number }, caller: ForCaller) {
    await assertAllowed(this.#permissions, runbooksValueReadPermission, caller);
    const after = decodeCursor(LIST, SortText, query.after) ?? '';
    const rows = await this.#readRows(after, query.limit);
    return {
      items: await this.#toDocuments(rows),
      cursor: encodeCursor(LIST, rows.at(-1)?.id ?? after),
    };
  }

  async #readRows(after: string, limit: number): Promise<Row[]> {
    const db = this.#db;
    const naming = db('runbook_entities as s')
      .join('entities as e', 'e.entity_ref', 's.entity_ref')
      .whereRaw('s.runbook_id = r.id');
    return db('runbooks as r')
      .leftJoin('runbook_copies as c', 'c.runbook_id', 'r.id')
      .where('r.id', '>', after)
      .where(readable =>
        readable
          .whereNotNull('r.entity_ref')
          .orWhereExists(naming.clone().select('s.entity_ref')),
      )
      .orderBy('r.id')
      .limit(limit)
      .select(
        'r.*',
        'c.text',
        naming.clone().min('s.entity_ref').as('named_by'),
      );
  }

  async #toDocuments(rows: readonly Row[]): Promise<RunbookDocument[]> {
    const query =
      this.#db<DbRunbookAlertRow>('runbook_alerts').orderBy('pattern');
    whereOneOf(
      query,
      'runbook_id',
      rows.map(({ id }) => id),
    );
    const alerts: DbRunbookAlertRow[] = await query;
    return rows.map(row => ({
      id: row.id,
      title: row.title,
      text: row.text ?? '',
      entityRef: row.entity_ref ?? row.named_by!,
      ...(row.owner_ref && { ownerRef: row.owner_ref }),
      alerts: alerts
        .filter(alert => alert.runbook_id === row.id)
        .map(alert => alert.pattern),
      tier: row.tier,
    }));
  }
}
