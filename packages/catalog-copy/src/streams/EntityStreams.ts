import { StreamEntitiesRequest } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { CopyDefinition } from '../CopyDefinition';

/** One who takes part in a stream of the catalog's entities. */
export interface EntityFollower {
  definition: Pick<CopyDefinition, 'fields' | 'pluginId' | 'query'>;
  signal?: AbortSignal;
  /** Called with the entities that the definition asks for, page by page. The next page waits for it. */
  take(page: Entity[]): Promise<void>;
}

/** Tells one state of the catalog from the next: as long as the answer is the same, no entity has changed, come or gone. */
export type ReadRevision = () => Promise<string | undefined>;

/** Streams the catalog once for several families of one process, and tells when there is no need to. */
export interface EntityStreams {
  /** Called by a catalog that runs in this process. */
  offerRevision(read: ReadRevision): void;

  /** The revision that the catalog is at; undefined where nobody in this process can tell. */
  readRevision(): Promise<string | undefined>;

  /** Says that a plugin of this process is going to follow the catalog, so that others wait for it. */
  register(pluginId: string): void;

  /**
   * Takes part in the next stream. Rejects where the stream fails, or the follower itself; what fails for one is nothing
   * to the others.
   *
   * @param open - opens a stream of the catalog, with the rights of this follower
   */
  follow(
    follower: EntityFollower,
    open: (request: StreamEntitiesRequest) => AsyncIterable<Entity[]>,
  ): Promise<void>;
}
