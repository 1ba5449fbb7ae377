import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock, inPages } from '@fairlead/bulk-sql';
import { EntityStore } from './EntityStore';
import { isScoredKind, SCORED_ENTITIES } from './scoredKinds';

const PAGE_SIZE = 500;

/** Above this share of all entities (and this number), a deletion waits. */
const MASS_DELETION = { share: 0.2, count: 20 };

/** A catalog that is being filled again is given this long before entities are taken to be gone. */
const MASS_DELETION_DELAY = 15 * 60_000;

/** What a sync did. */
export interface EntitySyncOutcome {
  /** The refs of the entities that are new or changed. */
  changed: string[];
  removed: string[];
}

/**
 * Keeps our copy of the catalog's entities, streaming all of them and writing those that changed.
 *
 * @remarks
 *
 * A stream that fails deletes nothing. After a whole one, the entities that were not in it are asked for by ref before
 * they go, since a cursor may pass over one that changes meanwhile. With an entity go its facts and results, so an
 * empty catalog deletes nothing at all, and a mass deletion must hold for a while first.
 */
export class EntitySync {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #clock: Clock;
  readonly #entities: EntityStore;
  readonly #logger: LoggerService;
  #massDeletionSince?: number;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    clock?: Clock;
    entities: EntityStore;
    logger: LoggerService;
  }): EntitySync {
    return new EntitySync(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    clock?: Clock;
    entities: EntityStore;
    logger: LoggerService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#clock = options.clock ?? Date.now;
    this.#entities = options.entities;
    this.#logger = options.logger;
  }

  /** Brings all entities up to date. */
  async run(
    options: { signal?: AbortSignal } = {},
  ): Promise<EntitySyncOutcome> {
    const changed: string[] = [];
    const seen = new Set<string>();
    const pages = this.#catalog.streamEntities(
      { query: SCORED_ENTITIES, pageSize: PAGE_SIZE },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      options.signal?.throwIfAborted();
      page.forEach(entity => seen.add(stringifyEntityRef(entity)));
      changed.push(...(await this.#entities.put(page.filter(isScoredKind))));
    }
    const removed = await this.#removeGone(seen, options.signal);
    if (changed.length > 0 || removed.length > 0) {
      await this.#entities.spreadDomains();
    }
    return { changed, removed };
  }

  /** Looks entities up that are not stored yet. Answers the refs of those that the catalog has. */
  async add(entityRefs: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: [...page] },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      const entities = items.flatMap(entity =>
        entity && isScoredKind(entity) ? [entity] : [],
      );
      await this.#entities.put(entities);
      entities.forEach(entity => found.add(stringifyEntityRef(entity)));
    }
    if (found.size > 0) {
      await this.#entities.spreadDomains();
    }
    return found;
  }

  async #removeGone(
    seen: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<string[]> {
    const missing: string[] = [];
    let total = 0;
    for await (const refs of this.#entities.refs()) {
      total += refs.length;
      missing.push(...refs.filter(ref => !seen.has(ref)));
    }
    if (!this.#mayRemove(missing.length, total)) {
      return [];
    }
    const removed: string[] = [];
    for (const page of inPages(missing, PAGE_SIZE)) {
      signal?.throwIfAborted();
      const gone = await this.#confirmGone(page);
      await this.#entities.remove(gone);
      removed.push(...gone);
    }
    return removed;
  }

  #mayRemove(missing: number, total: number): boolean {
    const isMass =
      missing > MASS_DELETION.count && missing > MASS_DELETION.share * total;
    if (!isMass) {
      this.#massDeletionSince = undefined;
    }
    if (missing === 0) {
      return false;
    }
    if (missing === total) {
      this.#logger.warn(
        `The catalog answered no entities; the ${total} known ones are kept until it answers some`,
      );
      return false;
    }
    if (!isMass) {
      return true;
    }
    this.#massDeletionSince ??= this.#clock();
    if (this.#clock() - this.#massDeletionSince < MASS_DELETION_DELAY) {
      this.#logger.warn(
        `${missing} of ${total} entities are gone from the catalog; they are kept until that has held for 15 minutes`,
      );
      return false;
    }
    this.#massDeletionSince = undefined;
    return true;
  }

  async #confirmGone(entityRefs: readonly string[]): Promise<string[]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: [...entityRefs],
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return entityRefs.filter((_, index) => !items[index]);
  }
}
