import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ScorecardDefinitions } from '../../definitions/ScorecardDefinitions';
import { Names } from '../Names';
import { NoticeSender } from '../NoticeSender';
import { DbLostLevelRow } from '../tables';
import { describeLostLevel, describeLostLevels } from './describeLostLevels';
import { LostLevel } from './LostLevel';
import { settleScorecards, takeLostLevels } from './takeLostLevels';

/** So long falls are gathered before they are told, so that what falls together is told together. */
const GATHER_FOR = 60_000;

/** How many owners are told at a time. */
const PAGE_SIZE = 100;

/** More entities than so many are told in one notification. */
const MOST_SINGLE = 3;

export interface LostLevelNoticesOptions {
  clock?: Clock;
  db: Knex;
  definitions: ScorecardDefinitions;
  /** Off, what is lost is taken off the list and told to nobody, also later. */
  isEnabled: boolean;
  sender: NoticeSender;
}

/**
 * Tells owners at once which of their entities lost a level.
 *
 * @remarks
 *
 * Evaluation notes the falls; see `noteLostLevels`. What a changed definition brings about is told once all entities
 * have been judged by it, in one notification a team; so are many that fall together for another reason. An announced
 * check takes no level from anybody, and so is not told of.
 *
 * A fall is taken off the list before it is told: whoever is killed in between tells it to nobody, which is better than
 * telling it with each start.
 */
export class LostLevelNotices {
  readonly #clock: Clock;
  readonly #options: LostLevelNoticesOptions;

  static create(options: LostLevelNoticesOptions): LostLevelNotices {
    return new LostLevelNotices(options);
  }

  private constructor(options: LostLevelNoticesOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** Tells what was lost since the last time. Answers how many notifications were sent. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { db, definitions } = this.#options;
    const scorecardRefs = await settleScorecards(db);
    if (!(await this.#hasGathered())) {
      return 0;
    }
    const names = new Names(await definitions.list());
    let sent = 0;
    let after = '';
    for (;;) {
      options.signal?.throwIfAborted();
      const ownerRefs = await this.#listOwners(after);
      const losses = await takeLostLevels(db, {
        names,
        ownerRefs: after === '' ? [null, ...ownerRefs] : ownerRefs,
        scorecardRefs,
      });
      for (const [ownerRef, lost] of losses) {
        sent += await this.#tell(ownerRef, lost, names);
      }
      if (ownerRefs.length < PAGE_SIZE) {
        return sent;
      }
      after = ownerRefs[ownerRefs.length - 1];
    }
  }

  async #hasGathered(): Promise<boolean> {
    const oldest = await this.#options
      .db<DbLostLevelRow>('lost_levels')
      .min({ at: 'at' })
      .first();
    return (
      oldest?.at !== null &&
      oldest?.at !== undefined &&
      Number(oldest.at) <= this.#clock() - GATHER_FOR
    );
  }

  async #listOwners(after: string): Promise<string[]> {
    return this.#options
      .db('lost_levels as l')
      .join('entities as e', 'e.entity_ref', 'l.entity_ref')
      .where('e.owner_ref', '>', after)
      .distinct('e.owner_ref')
      .orderBy('e.owner_ref')
      .limit(PAGE_SIZE)
      .pluck('e.owner_ref');
  }

  async #tell(
    ownerRef: string,
    lost: readonly LostLevel[],
    names: Names,
  ): Promise<number> {
    const { isEnabled, sender } = this.#options;
    if (!isEnabled) {
      return 0;
    }
    let sent = 0;
    for (const group of byScorecardAndCause(lost)) {
      const title = names.scorecard(group[0].scorecardRef);
      const isTogether =
        group[0].cause === 'definition' || group.length > MOST_SINGLE;
      const payloads = isTogether
        ? [describeLostLevels(ownerRef, group, title)]
        : group.map(one => describeLostLevel(one, title));
      for (const payload of payloads) {
        sent += (await sender.send(ownerRef, payload)) ? 1 : 0;
      }
    }
    return sent;
  }
}

/** Apart from the others what a changed definition took. */
function byScorecardAndCause(lost: readonly LostLevel[]): LostLevel[][] {
  const groups = new Map<string, LostLevel[]>();
  for (const one of lost) {
    const key = `${one.scorecardRef} ${one.cause === 'definition'}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
