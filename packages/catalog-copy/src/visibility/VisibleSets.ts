import { Clock } from '@fairlead/bulk-sql';
import { ReadRevision } from '../streams/EntityStreams';
import { AskedDecision, isStillDecided } from './AskedDecision';
import { KeptByConditions } from './KeptByConditions';
import { SharedAnswers } from './SharedAnswers';

/** How the set of one caller is asked for. */
export interface SetRequest extends AskedDecision {
  /** Who asks, as one text. */
  caller: string;
  /** The uids of all entities that the catalog shows to this caller. */
  askCatalog(): Promise<readonly string[]>;
}

/**
 * The sets of all entities that decisions show whose rules only the catalog knows.
 *
 * @remarks
 *
 * A set is kept under its conditions and shared by all callers for whom the policy decides the same conditions, as long as
 * the catalog is at the same revision. Where the revision is not known, each set is asked for anew.
 */
export class VisibleSets {
  readonly #clock: Clock;
  readonly #readRevision: ReadRevision;
  readonly #asking = new SharedAnswers();
  readonly #kept: KeptByConditions<readonly string[]>;

  constructor(options: { clock?: Clock; readRevision: ReadRevision }) {
    this.#clock = options.clock ?? Date.now;
    this.#readRevision = options.readRevision;
    this.#kept = new KeptByConditions(options);
  }

  async read(request: SetRequest): Promise<readonly string[]> {
    const { decision, caller } = request;
    const revision = await this.#readRevision();
    const kept = this.#kept.get(decision, revision);
    if (kept) {
      return kept;
    }
    const key = JSON.stringify([caller, decision.conditions, revision]);
    return this.#asking.share(key, async () => {
      const at = this.#clock();
      const uids = await request.askCatalog();
      if (revision !== undefined && (await isStillDecided(request))) {
        this.#kept.set(decision, uids, { revision, at });
      }
      return uids;
    });
  }
}
