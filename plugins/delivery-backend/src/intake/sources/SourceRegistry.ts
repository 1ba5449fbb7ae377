import { ConflictError } from '@backstage/errors';
import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import {
  CatalogNaming,
  combineNaming,
} from '../../catalog/entities/combineNaming';

/** The sources that were added, by their ids. */
export class SourceRegistry {
  readonly #sources = new Map<string, DeliverySource>();

  /** Throws a ConflictError when the id or a topic of the source is taken. */
  add(source: DeliverySource): void {
    if (this.#sources.has(source.id)) {
      throw new ConflictError(`Delivery source '${source.id}' already exists`);
    }
    for (const topic of source.topics ?? []) {
      const other = this.ofTopic(topic);
      if (other) {
        throw new ConflictError(
          `Topic '${topic}' of delivery source '${source.id}' belongs to '${other.id}' already`,
        );
      }
    }
    this.#sources.set(source.id, source);
  }

  get(id: string): DeliverySource | undefined {
    return this.#sources.get(id);
  }

  ofTopic(topic: string): DeliverySource | undefined {
    return this.list().find(({ topics }) => topics?.includes(topic));
  }

  /** By what the catalog names what they tell of. */
  naming(): CatalogNaming {
    return combineNaming(this.list());
  }

  /** The annotations that name repositories. */
  repositories(): ReadonlySet<string> {
    return new Set(
      this.naming().repositories.map(({ annotation }) => annotation),
    );
  }

  /** All of them, by id. */
  list(): DeliverySource[] {
    return [...this.#sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
