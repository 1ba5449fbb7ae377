import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock, inPages } from '@fairlead/bulk-sql';
import { DefaultEntityStreams } from '../streams/DefaultEntityStreams';
import { EntityStreams } from '../streams/EntityStreams';
import { CopyDefinition } from '../CopyDefinition';
import { EntityStore, StoredRef } from './EntityStore';
import { EntitySyncOutcome } from './EntitySyncOutcome';
import { judgeMissing } from './judgeMissing';
import { SyncedRevision, WholeOutcome } from './SyncedRevision';

const PAGE_SIZE = 500;

export interface EntitySyncOptions {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  definition: Pick<CopyDefinition, 'fields' | 'pluginId' | 'query'>;
  entities: EntityStore;
  logger: LoggerService;
  /** Shared with the other families of the process; absent for one alone. */
  streams?: EntityStreams;
}

/**
 * Keeps the copy of the catalog's entities, streaming all of them and writing those that changed.
 *
 * @remarks
 *
 * It may run on any replica, on two at once, and die at any point: what it finds out stands in the database, and the next
 * run goes on from there.
 *
 * A stream that fails removes nothing. After a whole one, the entities that were not in it are asked for by ref before
 * they go, since a cursor may pass over one that changes meanwhile. Much goes with an entity, so an empty catalog removes
 * nothing at all, and a mass deletion must hold for a while first.
 *
 * Where the catalog runs in the same process, a run that would find nothing new streams nothing: see
 * {@link SyncedRevision}.
 */
export class EntitySync {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #clock: Clock;
  readonly #definition: EntitySyncOptions['definition'];
  readonly #entities: EntityStore;
  readonly #isCopied: (entity: Entity) => boolean;
  readonly #logger: LoggerService;
  readonly #streams: EntityStreams;
  readonly #synced: SyncedRevision;

  static create(options: EntitySyncOptions): EntitySync {
    return new EntitySync(options);
  }

  private constructor(options: EntitySyncOptions) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#clock = options.clock ?? Date.now;
    this.#definition = options.definition;
    this.#entities = options.entities;
    this.#isCopied = filterPredicateToFilterFunction(options.definition.query);
    this.#logger = options.logger;
    this.#streams = options.streams ?? DefaultEntityStreams.create();
    this.#streams.register(options.definition.pluginId);
    this.#synced = new SyncedRevision({
      clock: this.#clock,
      logger: options.logger,
      readRevision: () => this.#streams.readRevision(),
    });
  }

  /** Brings all entities up to date. */
  async run(
    options: { signal?: AbortSignal } = {},
  ): Promise<EntitySyncOutcome> {
    const { changed, removed } = await this.#synced.run(() =>
      this.#run(options),
    );
    return { changed, removed };
  }

  async #run(options: { signal?: AbortSignal }): Promise<WholeOutcome> {
    const changed: string[] = [];
    const seen = new Set<string>();
    const credentials = await this.#auth.getOwnServiceCredentials();
    await this.#streams.follow(
      {
        definition: this.#definition,
        signal: options.signal,
        take: async page => {
          page.forEach(entity => seen.add(stringifyEntityRef(entity)));
          changed.push(...(await this.#entities.put(page)));
        },
      },
      request => this.#catalog.streamEntities(request, { credentials }),
    );
    const { missing, removed } = await this.#removeGone(seen, options.signal);
    await this.#entities.settle();
    return { changed, removed, isWhole: removed.length === missing };
  }

  /** Looks entities up that are not stored yet. Answers the refs of those that the catalog has. */
  async add(entityRefs: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: [...page], fields: this.#definition.fields },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      const entities = items.flatMap(entity =>
        entity && this.#isCopied(entity) ? [entity] : [],
      );
      await this.#entities.put(entities);
      entities.forEach(entity => found.add(stringifyEntityRef(entity)));
    }
    if (found.size > 0) {
      await this.#entities.settle();
    }
    return found;
  }

  /** The refs out of these that are stored, or that the catalog has: they may be asked for before the next run comes. */
  async find(entityRefs: Iterable<string>): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    const known = await this.#entities.known(refs);
    const unknown = refs.filter(ref => !known.has(ref));
    if (unknown.length > 0) {
      (await this.add(unknown)).forEach(ref => known.add(ref));
    }
    return known;
  }

  async #removeGone(
    seen: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<{ missing: number; removed: string[] }> {
    const missing: StoredRef[] = [];
    let total = 0;
    let hasWaiting = false;
    for await (const refs of this.#entities.refs()) {
      total += refs.length;
      missing.push(...refs.filter(({ entityRef }) => !seen.has(entityRef)));
      hasWaiting ||= refs.some(
        ({ missingSince }) => missingSince !== undefined,
      );
    }
    const { removable, waiting, reason } = judgeMissing(missing, {
      total,
      now: this.#clock(),
    });
    if (reason) {
      this.#logger.warn(reason);
    }
    if (hasWaiting || waiting.length > 0) {
      await this.#entities.setMissing(waiting);
    }
    const removed: string[] = [];
    for (const page of inPages(removable, PAGE_SIZE)) {
      signal?.throwIfAborted();
      const gone = await this.#confirmGone(page);
      await this.#entities.remove(gone);
      removed.push(...gone);
    }
    return { missing: missing.length, removed };
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
