import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** A catalog whose entities come and go. Relations are given with them, as the real catalog does. */
export class TestCatalog {
  readonly #entities = new Map<string, Entity>();
  /** Set to make the next stream fail after its first page. */
  failure?: Error;
  /** What streams leave out although it is there, as a cursor may. */
  readonly passesOver = new Set<string>();

  readonly service: CatalogService = catalogServiceMock.mock({
    streamEntities: request => this.#stream(request),
    getEntitiesByRefs: (request, options) =>
      this.#current().getEntitiesByRefs(request, options),
  });

  /** Puts this catalog into a test backend. */
  readonly feature = createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => this.service,
  });

  constructor(entities: readonly Entity[] = []) {
    this.put(...entities);
  }

  put(...entities: Entity[]) {
    entities.forEach(entity =>
      this.#entities.set(stringifyEntityRef(entity), entity),
    );
  }

  remove(...entityRefs: string[]) {
    entityRefs.forEach(ref =>
      this.#entities.delete(stringifyEntityRef(parseEntityRef(ref))),
    );
  }

  #current() {
    return catalogServiceMock({ entities: [...this.#entities.values()] });
  }

  async *#stream(
    request: Parameters<CatalogService['streamEntities']>[0],
  ): AsyncIterable<Entity[]> {
    for await (const page of this.#current().streamEntities(request)) {
      yield page.filter(
        entity => !this.passesOver.has(stringifyEntityRef(entity)),
      );
      if (this.failure) {
        throw this.failure;
      }
    }
  }
}
