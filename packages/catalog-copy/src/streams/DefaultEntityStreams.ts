import { StreamEntitiesRequest } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { setTimeout as sleep } from 'node:timers/promises';
import { EntityFollower, EntityStreams, ReadRevision } from './EntityStreams';

const PAGE_SIZE = 500;

/** Tasks that fall due together start some seconds apart: each worker looks every five. */
const GATHER_FOR = 6_000;

/** A follower within one stream. */
class Following {
  readonly #follower: EntityFollower;
  readonly #isWanted: (entity: Entity) => boolean;
  #failure?: unknown;

  constructor(follower: EntityFollower) {
    this.#follower = follower;
    this.#isWanted = filterPredicateToFilterFunction(follower.definition.query);
  }

  get definition() {
    return this.#follower.definition;
  }

  get hasFailed() {
    return this.#failure !== undefined;
  }

  async take(page: Entity[]): Promise<void> {
    if (this.hasFailed) {
      return;
    }
    try {
      this.#follower.signal?.throwIfAborted();
      await this.#follower.take(page.filter(this.#isWanted));
    } catch (error) {
      this.#failure = error;
    }
  }

  throwIfFailed(): void {
    if (this.#failure) {
      throw this.#failure;
    }
  }
}

type Open = (request: StreamEntitiesRequest) => AsyncIterable<Entity[]>;

/** Those who wait for a stream to begin. */
interface Gathering {
  followers: Following[];
  /** Begins it before its time. */
  isComplete: AbortController;
  done: Promise<void>;
}

/**
 * Joins those who follow the catalog at about the same time.
 *
 * @remarks
 *
 * The first waits until all families of this process are there, but not for long: the tasks of the others may run on
 * another replica. Alone in its process, a family waits for nobody. Tasks that ran together are due together again.
 */
export class DefaultEntityStreams implements EntityStreams {
  readonly #pluginIds = new Set<string>();
  readonly #gatherFor: number;
  #gathering?: Gathering;
  #readRevision?: ReadRevision;

  static create(options: { gatherFor?: number } = {}): DefaultEntityStreams {
    return new DefaultEntityStreams(options.gatherFor ?? GATHER_FOR);
  }

  private constructor(gatherFor: number) {
    this.#gatherFor = gatherFor;
  }

  offerRevision(read: ReadRevision): void {
    this.#readRevision = read;
  }

  async readRevision(): Promise<string | undefined> {
    return this.#readRevision?.();
  }

  register(pluginId: string): void {
    this.#pluginIds.add(pluginId);
  }

  async follow(follower: EntityFollower, open: Open): Promise<void> {
    this.register(follower.definition.pluginId);
    const gathering = (this.#gathering ??= this.#gather(open));
    const following = new Following(follower);
    gathering.followers.push(following);
    const present = new Set(
      gathering.followers.map(({ definition }) => definition.pluginId),
    );
    if (present.size === this.#pluginIds.size) {
      gathering.isComplete.abort();
    }
    await gathering.done;
    following.throwIfFailed();
  }

  #gather(open: Open): Gathering {
    const followers: Following[] = [];
    const isComplete = new AbortController();
    const stream = async () => {
      await sleep(this.#gatherFor, undefined, isComplete).catch(() => {});
      this.#gathering = undefined;
      await streamTo(followers, open);
    };
    return { followers, isComplete, done: stream() };
  }
}

async function streamTo(
  followers: readonly Following[],
  open: Open,
): Promise<void> {
  const definitions = followers.map(({ definition }) => definition);
  const pages = open({
    query:
      definitions.length === 1
        ? definitions[0].query
        : { $any: definitions.map(({ query }) => query) },
    fields: unionOf(definitions.map(({ fields }) => fields)),
    pageSize: PAGE_SIZE,
  });
  for await (const page of pages) {
    await Promise.all(followers.map(follower => follower.take(page)));
    if (followers.every(({ hasFailed }) => hasFailed)) {
      return;
    }
  }
}

/** Absent for all fields. */
function unionOf(
  fields: readonly (string[] | undefined)[],
): string[] | undefined {
  return fields.every(some => some !== undefined)
    ? [...new Set(fields.flat())]
    : undefined;
}
