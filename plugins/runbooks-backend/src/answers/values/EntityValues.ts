import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  assertAllowed,
  decodeCursor,
  encodeCursor,
  ForCaller,
  SortText,
} from '@fairlead/backend-routes';
import {
  EntityRunbookValues,
  runbooksValueReadPermission,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { DbEntityRow } from '../../database/tables';

const LIST = 'entity-values';

/** When it changed, and the entity. */
const SortKey = z.tuple([z.int().nonnegative(), SortText]);

/** What other backends are told of entities, for ever resumable: what changed since a cursor comes behind it. */
export class EntityValues {
  readonly #db: Knex;
  readonly #permissions: PermissionsService;

  static create(options: {
    db: Knex;
    permissions: PermissionsService;
  }): EntityValues {
    return new EntityValues(options);
  }

  private constructor(options: { db: Knex; permissions: PermissionsService }) {
    this.#db = options.db;
    this.#permissions = options.permissions;
  }

  /** @throws NotAllowedError if the caller may not read the values of all entities */
  async read(
    query: { after?: string; limit: number },
    caller: ForCaller,
  ): Promise<{ items: EntityRunbookValues[]; cursor: string }> {
    await assertAllowed(this.#permissions, runbooksValueReadPermission, caller);
    const after = decodeCursor(LIST, SortKey, query.after) ?? [0, ''];
    const rows = await this.#db<DbEntityRow>('entities')
      .whereNotNull('values')
      .whereRaw('(values_changed_at, entity_ref) > (?, ?)', after)
      .orderBy(['values_changed_at', 'entity_ref'])
      .limit(query.limit)
      .select('entity_ref', 'values', 'values_changed_at');
    const last = rows.at(-1);
    return {
      items: rows.map(({ values }) => JSON.parse(values!)),
      cursor: encodeCursor(
        LIST,
        last ? [Number(last.values_changed_at), last.entity_ref] : after,
      ),
    };
  }
}
