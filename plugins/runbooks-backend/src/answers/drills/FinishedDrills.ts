import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  assertAllowed,
  decodeCursor,
  encodeCursor,
  ForCaller,
  SortText,
} from '@fairlead/backend-routes';
import {
  FinishedDrill,
  runbooksValueReadPermission,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { isoTime } from '../../database/isoTime';
import { DbUseRow } from '../../database/tables';

const LIST = 'finished-drills';

/** When it became known, and the use. */
const SortKey = z.tuple([z.int().nonnegative(), SortText]);

export interface FinishedDrillsOptions {
  db: Knex;
  permissions: PermissionsService;
  /** Where this Backstage is reached by people. */
  portalUrl?: string;
}

/** The drills that persons finished, with whose each was: for other backends, for ever resumable. */
export class FinishedDrills {
  readonly #options: FinishedDrillsOptions;

  static create(options: FinishedDrillsOptions): FinishedDrills {
    return new FinishedDrills(options);
  }

  private constructor(options: FinishedDrillsOptions) {
    this.#options = options;
  }

  /** @throws NotAllowedError if the caller may not read what is told to other backends */
  async read(
    query: { after?: string; limit: number },
    caller: ForCaller,
  ): Promise<{ items: FinishedDrill[]; cursor: string }> {
    const { db, permissions } = this.#options;
    await assertAllowed(permissions, runbooksValueReadPermission, caller);
    const after = decodeCursor(LIST, SortKey, query.after) ?? [0, ''];
    const rows = await db<DbUseRow>('uses')
      .whereRaw('(drill_told_at, id) > (?, ?)', after)
      .orderBy(['drill_told_at', 'id'])
      .limit(query.limit);
    const last = rows.at(-1);
    return {
      items: rows.map(row => this.#toItem(row)),
      cursor: encodeCursor(
        LIST,
        last ? [Number(last.drill_told_at), last.id] : after,
      ),
    };
  }

  #toItem(row: DbUseRow): FinishedDrill {
    const { portalUrl } = this.#options;
    return {
      id: row.id,
      by: row.started_by,
      finishedAt: isoTime(row.finished_at!),
      title: row.title,
      ...(row.entity_ref !== null && { entityRef: row.entity_ref }),
      ...(portalUrl && {
        url: `${portalUrl.replace(/\/+$/, '')}/runbooks/${
          row.runbook_id
        }?use=${encodeURIComponent(row.id)}`,
      }),
    };
  }
}
