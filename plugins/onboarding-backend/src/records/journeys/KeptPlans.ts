import { TrackPlan } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { readPlans, Version, versionKey } from './readPlans';

/** A plan may have a thousand tasks. */
const MOST = 100;

/** The plans of versions of tracks. A version never changes, so that each is read once, as long as it is asked for. */
export class KeptPlans {
  readonly #db: Knex;
  readonly #plans = new Map<string, TrackPlan>();

  static create(options: { db: Knex }): KeptPlans {
    return new KeptPlans(options);
  }

  private constructor(options: { db: Knex }) {
    this.#db = options.db;
  }

  /** As {@link readPlans} answers. */
  async read(versions: readonly Version[]): Promise<Map<string, TrackPlan>> {
    const kept = new Map(
      versions.flatMap(version => {
        const plan = this.#plans.get(versionKey(version));
        return plan ? [[versionKey(version), plan] as const] : [];
      }),
    );
    const read = await readPlans(
      this.#db,
      versions.filter(version => !kept.has(versionKey(version))),
    );
    const plans = new Map([...kept, ...read]);
    for (const [key, plan] of plans) {
      this.#keep(key, plan);
    }
    return plans;
  }

  #keep(key: string, plan: TrackPlan): void {
    this.#plans.delete(key);
    this.#plans.set(key, plan);
    const [longestUnused] = this.#plans.keys();
    if (this.#plans.size > MOST) {
      this.#plans.delete(longestUnused);
    }
  }
}
