import { ConditionalPolicyDecision } from '@backstage/plugin-permission-common';
import { Clock } from '@fairlead/bulk-sql';
import { ReadRevision } from '../streams/EntityStreams';
import { SharedAnswers } from './SharedAnswers';

/** A rule may look at more than the entity, such as the time of day. */
const KEPT_FOR = 60_000;

/** Each has the uid of every entity that it shows. */
const MOST_KEPT = 20;

interface KeptSet {
  revision: string;
  at: number;
  uids: readonly string[];
}

/** How the set of one caller is asked for. */
export interface SetRequest {
  decision: ConditionalPolicyDecision;
  /** Who asks, as one text. */
  caller: string;
  /** The uids of all entities that the catalog shows to this caller. */
  askCatalog(): Promise<readonly string[]>;
  /** What the policy says of this caller now. */
  decideAgain(): Promise<unknown>;
}

/**
 * The sets of entities that decisions show whose rules only the catalog knows.
 *
 * @remarks
 *
 * A set is kept under its conditions and shared by all callers for whom the policy decides the same conditions, as long as
 * the catalog is at the same revision. Where the revision is not known, each set is asked for anew. The catalog asks the policy
 * once more by itself and may get another decision than we did. So we ask again afterwards, and keep the set only if the decision is
 * still the same.
 */
export class VisibleSets {
  readonly #clock: Clock;
  readonly #readRevision: ReadRevision;
  readonly #asking = new SharedAnswers();
  readonly #kept = new Map<string, KeptSet>();

  constructor(options: { clock?: Clock; readRevision: ReadRevision }) {
    this.#clock = options.clock ?? Date.now;
    this.#readRevision = options.readRevision;
  }

  async read(request: SetRequest): Promise<readonly string[]> {
    const conditions = JSON.stringify(request.decision.conditions);
    const revision = await this.#readRevision();
    const kept = this.#kept.get(conditions);
    if (
      kept !== undefined &&
      kept.revision === revision &&
      this.#clock() - kept.at < KEPT_FOR
    ) {
      return kept.uids;
    }
    const key = JSON.stringify([request.caller, conditions, revision]);
    return this.#asking.share(key, async () => {
      const at = this.#clock();
      const uids = await request.askCatalog();
      if (
        revision !== undefined &&
        JSON.stringify(await request.decideAgain()) ===
          JSON.stringify(request.decision)
      ) {
        this.#keep(conditions, { revision, at, uids });
      }
      return uids;
    });
  }

  #keep(conditions: string, set: KeptSet): void {
    this.#kept.delete(conditions);
    this.#kept.set(conditions, set);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT) {
      this.#kept.delete(oldest);
    }
  }
}
