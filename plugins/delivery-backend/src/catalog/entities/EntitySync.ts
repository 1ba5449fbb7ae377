import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { inPages } from '@fairlead/bulk-sql';
import { CatalogNaming } from './combineNaming';
import { EntityStore } from './EntityStore';
import { KNOWN_KINDS } from './knownKinds';
import { HashPerson, readEntity } from './readEntity';

const PAGE_SIZE = 500;

/** What a sync did. */
export interface EntitySyncOutcome {
  /** How many entities are new or changed. */
  changed: number;
  removed: number;
}

export interface EntitySyncOptions {
  auth: AuthService;
  catalog: CatalogService;
  entities: EntityStore;
  logger: LoggerService;
  naming: CatalogNaming;
  person: HashPerson;
}

/**
 * Keeps our copy of the catalog's entities, streaming all of them and writing those that changed.
 *
 * @remarks
 *
 * A stream that fails removes nothing, and neither does an empty catalog. After a whole stream, the entities that were
 * not in it are asked for by ref before they go, since a cursor may pass over one that changes meanwhile. With an entity
 * go its claims alone: records are kept, and find it again when it comes back.
 */
export class EntitySync {
  readonly #options: EntitySyncOptions;

  static create(options: EntitySyncOptions): EntitySync {
    return new EntitySync(options);
  }

  private constructor(options: EntitySyncOptions) {
    this.#options = options;
  }

  /** Brings all entities up to date. */
  async run(
    options: { signal?: AbortSignal } = {},
  ): Promise<EntitySyncOutcome> {
    const { auth, catalog, entities, naming, person } = this.#options;
    let changed = 0;
    const seen = new Set<string>();
    const pages = catalog.streamEntities(
      {
        query: { kind: { $in: [...KNOWN_KINDS] } },
        fields: ['kind', 'metadata', 'relations'],
        pageSize: PAGE_SIZE,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      options.signal?.throwIfAborted();
      page.forEach(entity => seen.add(stringifyEntityRef(entity)));
      const known = page.map(entity => readEntity(entity, { naming, person }));
      changed += (await entities.put(known)).length;
    }
    const removed = await this.#removeGone(seen, options.signal);
    return { changed, removed };
  }

  async #removeGone(
    seen: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    const { entities, logger } = this.#options;
    const missing: string[] = [];
    for await (const refs of entities.refs()) {
      missing.push(...refs.filter(ref => !seen.has(ref)));
    }
    if (missing.length > 0 && seen.size === 0) {
      logger.warn(
        `The catalog answered no entities; the ${missing.length} known ones are kept until it answers some`,
      );
      return 0;
    }
    let removed = 0;
    for (const page of inPages(missing, PAGE_SIZE)) {
      signal?.throwIfAborted();
      const gone = await this.#confirmGone(page);
      await entities.remove(gone);
      removed += gone.length;
    }
    return removed;
  }

  async #confirmGone(entityRefs: readonly string[]): Promise<string[]> {
    const { auth, catalog } = this.#options;
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: [...entityRefs],
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return entityRefs.filter((_, index) => !items[index]);
  }
}
