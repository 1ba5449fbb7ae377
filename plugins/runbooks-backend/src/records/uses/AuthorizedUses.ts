import { PermissionsService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  Actor,
  assertAllowed,
  ForCaller,
  readActor,
} from '@fairlead/backend-routes';
import { assertVisibleEntity } from '@fairlead/catalog-copy';
import {
  ChangeUse,
  FinishUse,
  RunbookUse,
  runbooksUseCreatePermission,
  StartUse,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import {
  assertVisibleRunbook,
  VisibilityService,
} from '../../catalog/visibility';
import { readVisibleUse } from './readVisibleUse';
import { UseChange, Uses } from './Uses';

export interface AuthorizedUsesOptions {
  db: Knex;
  /** Judges the health of a runbook at once. */
  judge: (runbookId: string) => Promise<void>;
  permissions: PermissionsService;
  visibility: VisibilityService;
}

/**
 * Uses by callers from outside, of runbooks that they may read. Whoever may read one may tick its steps: an incident is
 * the effort of many.
 */
export class AuthorizedUses {
  readonly #options: AuthorizedUsesOptions;
  readonly #uses: Uses;

  static create(uses: Uses, options: AuthorizedUsesOptions): AuthorizedUses {
    return new AuthorizedUses(uses, options);
  }

  private constructor(uses: Uses, options: AuthorizedUsesOptions) {
    this.#options = options;
    this.#uses = uses;
  }

  /** Throws a NotFoundError for a runbook or an entity that the caller may not read. */
  async start(
    request: StartUse,
    caller: ForCaller,
  ): Promise<{ use: RunbookUse; isNew: boolean }> {
    const { db, visibility } = this.#options;
    const { entity, by, startedAt, byAgent = false } = request;
    const actor = await this.#readActor(caller);
    assertMayImport(actor, { startedAt, by });
    const visible = await assertVisibleRunbook(request.runbook, {
      ...caller,
      db,
      entityRefs: entity ? [entity] : [],
      visibility,
    });
    if (entity) {
      await assertVisibleEntity(db, entity, visible);
    }
    return this.#uses.start({
      runbook: request.runbook,
      for: request.for,
      entity,
      labels: request.labels,
      startedBy: by ?? actor.ref,
      // Whether software acts is told by its credentials, whatever it says; an import says it of the person it names.
      byAgent: byAgent || (by === undefined && actor.byAgent),
      startedAt: readTime(startedAt),
    });
  }

  /** Throws a NotFoundError for a use that the caller may not see. */
  async change(
    id: string,
    { at, ...change }: ChangeUse,
    caller: ForCaller,
  ): Promise<RunbookUse> {
    const actor = await this.#readActor(caller);
    assertMayImport(actor, { at });
    await this.#readVisible(id, caller);
    return this.#uses.change(id, change as UseChange, {
      by: actor.ref,
      at: readTime(at),
    });
  }

  /** Throws a NotFoundError for a use that the caller may not see. */
  async finish(
    id: string,
    request: FinishUse,
    caller: ForCaller,
  ): Promise<RunbookUse> {
    const { outcome, note, byAgent = false, by, finishedAt } = request;
    const actor = await this.#readActor(caller);
    assertMayImport(actor, { finishedAt, by });
    const { runbook_id: runbookId } = await this.#readVisible(id, caller);
    const finished = await this.#uses.finish(
      id,
      {
        outcome,
        note,
        byPerson: !byAgent && (by !== undefined || !actor.byAgent),
      },
      { by: by ?? actor.ref, at: readTime(finishedAt) },
    );
    await this.#options.judge(runbookId);
    return finished;
  }

  async #readActor(caller: ForCaller): Promise<Actor> {
    await assertAllowed(
      this.#options.permissions,
      runbooksUseCreatePermission,
      caller,
    );
    return readActor(caller.credentials);
  }

  async #readVisible(id: string, caller: ForCaller) {
    const { db, visibility } = this.#options;
    return readVisibleUse(db, id, await visibility.ofCatalog(caller));
  }
}

/** Throws an InputError for what only an import may tell: whoever is there uses a runbook now, and for themselves. */
function assertMayImport(
  actor: Actor,
  told: Record<string, string | undefined>,
): void {
  const field = Object.keys(told).find(name => told[name] !== undefined);
  if (field && !actor.isService) {
    throw new InputError(
      `Body '${field}': only a service that imports uses may tell it; leave it out`,
    );
  }
}

function readTime(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time);
}
