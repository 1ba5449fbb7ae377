import {
  BackstageCredentials,
  BackstageServicePrincipal,
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';
import { JsonValue } from '@backstage/types';

/**
 * What a source could not find out about one fact of one entity, and why.
 *
 * @public
 */
export interface FactFailure {
  error: string;
}

/**
 * What a source saw of one entity.
 *
 * @public
 */
export interface ObservedFacts {
  entityRef: string;
  /** When it was observed, ISO 8601; the time of receipt when left out. */
  observedAt?: string;
  /** Only the facts that were observed. A fact left out keeps its last value and grows old. */
  values: Record<string, JsonValue>;
  /** Facts that turned out to have no value: what is stored of them goes, and checks on them have no data. */
  absent?: string[];
  /** The facts it failed on: each becomes an `error` with this message, and keeps its last value as evidence. */
  failures?: Record<string, FactFailure>;
}

/**
 * A page of what a source saw.
 *
 * @public
 */
export interface ObservedFactsPage {
  items: ObservedFacts[];
  /**
   * Facts that the source came to know of only by asking, besides its {@link FactSource.facts}. They are declared before
   * the page is stored and from then on, in all processes and after a restart; told again, they are declared anew.
   */
  declares?: FactDeclaration[];
  /** Kept once the page is stored, and handed to the next run: lets an incremental source go on where it was. */
  cursor?: string;
}

/**
 * What a source is given to work with.
 *
 * @public
 */
export interface FactSourceContext {
  logger: LoggerService;
  /** Aborted at the source's timeout and at shutdown. */
  signal: AbortSignal;
  credentials: BackstageCredentials<BackstageServicePrincipal>;
  /** The cursor of the last page stored by an earlier run. */
  cursor?: string;
  /**
   * The entities of the catalog as last synced, page by page; memory does not grow with the catalog. Kinds that are
   * never scored (`User`, `Location`) are not among them.
   */
  entities(options?: {
    filter?: FilterPredicate;
    /** Only these; those that there are not are left out. */
    entityRefs?: Iterable<string>;
  }): AsyncIterable<Entity[]>;
  /** When each entity was last seen to change in the catalog, ISO 8601. */
  lastChanged(entityRefs: readonly string[]): Promise<Map<string, string>>;
  /**
   * Set on a run that was called for because the catalog changed (see {@link FactSource.runsOnEntityChange}): the
   * entities that changed and those related to them. It is enough to look at these.
   */
  changed?: ReadonlySet<string>;
  /**
   * `fetch` with the source's limits: so many requests at once and per second for each host, retries after 429 and
   * 503 as the answer's `Retry-After` asks, and no way to private addresses unless configured.
   */
  fetch: typeof fetch;
}

/**
 * Observes facts about entities on a schedule. A plain object; add it with `factSourcesExtensionPoint`.
 *
 * @public
 */
export interface FactSource {
  /** Unique among sources, for example `catalog`. */
  id: string;
  title: string;
  /** All facts it may send, besides those that its pages declare. Anything else it sends is refused. */
  facts: FactDeclaration[];
  /** When and for how long it runs; `scorecards.sources.<id>.schedule` in the configuration wins. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /**
   * Whether it also runs at once for entities that changed in the catalog, besides its schedule. Such a run gets no
   * cursor, and its cursors are not kept.
   */
  runsOnEntityChange?: boolean;
  /** The limits of `context.fetch`. */
  limits?: {
    /** Requests at once for each host. @defaultValue 4 */
    concurrency?: number;
    /** Requests per second for each host. @defaultValue 10 */
    requestsPerSecond?: number;
  };
  /** Streams what it sees, page by page. A page is stored before the next is asked for. */
  observe(context: FactSourceContext): AsyncIterable<ObservedFactsPage>;
}
