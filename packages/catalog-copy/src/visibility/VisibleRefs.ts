import { Clock } from '@fairlead/bulk-sql';
import { ReadRevision } from '../streams/EntityStreams';
import { AskedDecision, isStillDecided } from './AskedDecision';
import { KeptByConditions } from './KeptByConditions';

/** Of each decision, so that a caller who walks through all entities does not fill the memory. */
const MOST_REFS = 10_000;

/** How the entities of one request are asked for. */
export interface RefsRequest extends AskedDecision {
  entityRefs: readonly string[];
  /** Which of these the catalog shows to this caller, in the same order. */
  askCatalog(entityRefs: readonly string[]): Promise<readonly boolean[]>;
}

/**
 * Which single entities decisions show whose rules only the catalog knows: kept as {@link VisibleSets} are, so that a page
 * that is opened again asks the catalog for nothing.
 */
export class VisibleRefs {
  readonly #clock: Clock;
  readonly #readRevision: ReadRevision;
  readonly #kept: KeptByConditions<Map<string, boolean>>;

  constructor(options: { clock?: Clock; readRevision: ReadRevision }) {
    this.#clock = options.clock ?? Date.now;
    this.#readRevision = options.readRevision;
    this.#kept = new KeptByConditions(options);
  }

  /** Those of the entities that are shown. */
  async filter(request: RefsRequest): Promise<string[]> {
    const { decision, entityRefs } = request;
    const revision = await this.#readRevision();
    const kept = this.#kept.get(decision, revision);
    const missing = entityRefs.filter(ref => !kept?.has(ref));
    if (missing.length === 0) {
      return entityRefs.filter(ref => kept?.get(ref));
    }
    const at = this.#clock();
    const shown = await request.askCatalog(missing);
    const asked = new Map(missing.map((ref, index) => [ref, shown[index]]));
    if (revision !== undefined && (await isStillDecided(request))) {
      this.#keep(request, asked, { revision, at });
    }
    return entityRefs.filter(ref => asked.get(ref) ?? kept?.get(ref));
  }

  #keep(
    { decision }: RefsRequest,
    asked: ReadonlyMap<string, boolean>,
    when: { revision: string; at: number },
  ): void {
    const kept = this.#kept.get(decision, when.revision);
    if (!kept || kept.size + asked.size > MOST_REFS) {
      this.#kept.set(decision, new Map(asked), when);
      return;
    }
    asked.forEach((isShown, ref) => kept.set(ref, isShown));
  }
}
