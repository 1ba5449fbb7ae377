import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  assertAllowed,
  decodeCursor,
  encodeCursor,
  ForCaller,
  SortText,
} from '@fairlead/backend-routes';
import {
  OnboardingValues,
  onboardingValueReadPermission,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { DbEntityRow } from '../../database/tables';

const LIST = 'values';

/** When it changed, and the entity. */
const SortKey = z.tuple([z.int().nonnegative(), SortText]);

/** What other backends are told of teams and tracks, for ever resumable: what changed since a cursor comes behind it. */
export class ValueAnswers {
  readonly #db: Knex;
  readonly #permissions: PermissionsService;

  static create(options: {
    db: Knex;
    permissions: PermissionsService;
  }): ValueAnswers {
    return new ValueAnswers(options);
  }

  private constructor(options: { db: Knex; permissions: PermissionsService }) {
    this.#db = options.db;
    this.#permissions = options.permissions;
  }

  /** @throws NotAllowedError if the caller may not read the values of all teams and tracks */
  async read(
    query: { after?: string; limit: number },
    caller: ForCaller,
  ): Promise<{ items: OnboardingValues[]; cursor: string }> {
    await assertAllowed(
      this.#permissions,
      onboardingValueReadPermission,
      caller,
    );
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
