import { NotFoundError } from '@backstage/errors';
import { OwnerScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import { whereOneOf } from '@fairlead/bulk-sql';
import { readDescendants, restrictToVisible } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import {
  ScorecardDefinitions,
  ScorecardInForce,
} from '../../../judging/definitions/ScorecardDefinitions';
import { Visibility, ForVisible } from '../../../catalog/visibility';
import { DailyTotalsReader } from '../history/DailyTotalsReader';
import { addDays, LocalDays } from '../history/days';
import { listScorecardEntities } from '../scorecard/listScorecardEntities';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { OwnerResults } from './OwnerResults';
import { OwnerTotals, readOwnerTotals } from './readOwnerTotals';

const WORST = 10;
const TREND_DAYS = 90;

/** Reads results by the owner's ref. */
export class DatabaseOwnerResults implements OwnerResults<ForVisible> {
  readonly #dailyTotals: DailyTotalsReader;
  readonly #days: LocalDays;
  readonly #db: Knex;
  readonly #definitions: ScorecardDefinitions;
  readonly #versions: ScorecardVersionCache;

  static create(options: {
    days: LocalDays;
    db: Knex;
    definitions: ScorecardDefinitions;
    versions: ScorecardVersionCache;
  }): DatabaseOwnerResults {
    return new DatabaseOwnerResults(options);
  }

  private constructor(options: {
    days: LocalDays;
    db: Knex;
    definitions: ScorecardDefinitions;
    versions: ScorecardVersionCache;
  }) {
    this.#dailyTotals = new DailyTotalsReader(options);
    this.#days = options.days;
    this.#db = options.db;
    this.#definitions = options.definitions;
    this.#versions = options.versions;
  }

  async get(
    ownerRef: string,
    { visibility }: ForVisible,
  ): Promise<OwnerScorecardsResponse> {
    const [owners, scorecards] = await Promise.all([
      readDescendants(this.#db, ownerRef),
      this.#definitions.list(),
    ]);
    const [totals, visible] = await Promise.all([
      readOwnerTotals({ db: this.#db, scorecards, owners, visibility }),
      this.#listVisible(owners, visibility),
    ]);
    if (!totals.size && !visible.includes(ownerRef)) {
      throw new NotFoundError(
        isolated`There is no owner '${ownerRef}', or you may not see it`,
      );
    }
    return {
      ownerRef,
      groupRefs: owners.filter(
        ref => ref === ownerRef || visible.includes(ref),
      ),
      scorecards: await Promise.all(
        scorecards.flatMap(scorecard => {
          const sums = totals.get(scorecard.scorecardRef);
          return sums
            ? this.#readScorecard(scorecard, sums, owners, visibility)
            : [];
        }),
      ),
    };
  }

  async #readScorecard(
    scorecard: ScorecardInForce,
    { scoreParts, ...totals }: OwnerTotals,
    owners: readonly string[],
    visibility: Visibility,
  ): Promise<OwnerScorecardsResponse['scorecards'][number]> {
    const { scorecardRef, definition } = scorecard;
    const today = this.#days.dayOf(Date.now());
    const [worst, trend] = await Promise.all([
      listScorecardEntities({
        db: this.#db,
        versions: this.#versions,
        scorecard,
        scorecardRef,
        filter: { owner: owners[0] },
        owners,
        positions: new Map(),
        limit: WORST,
        visibility,
      }),
      this.#dailyTotals.read({
        scorecardRef,
        from: addDays(today, 1 - TREND_DAYS),
        to: today,
        owners,
        visibility,
      }),
    ]);
    return {
      scorecardRef,
      title: definition.metadata.title ?? definition.metadata.name,
      levels: definition.spec.levels,
      totals,
      scoreParts,
      worst: worst.items,
      trend: trend.map(({ day, scoreParts: parts, entities }) => ({
        day,
        scoreParts: parts,
        entities,
      })),
    };
  }

  /** What is summed is restricted by itself; which teams there are is told only to who may see them. */
  async #listVisible(
    ownerRefs: readonly string[],
    visibility: Visibility,
  ): Promise<string[]> {
    const query = this.#db('entities as e');
    whereOneOf(query, 'e.entity_ref', ownerRefs);
    restrictToVisible(query, visibility.entities);
    return query.pluck('e.entity_ref');
  }
}
