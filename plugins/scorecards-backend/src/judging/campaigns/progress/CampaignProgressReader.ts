import {
  CampaignProgress,
  CampaignRegression,
  targetChecks,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { Visibility } from '../../../catalog/visibility';
import { ScorecardDefinitions } from '../../definitions/ScorecardDefinitions';
import { ScorecardVersionCache } from '../../definitions/ScorecardVersionCache';
import { teamOf } from '../owners';
import { ReadCampaign } from '../readCampaigns';
import { readRegressions } from './regressions';
import {
  addSteps,
  courseOf,
  momentsOf,
  readSteps,
  Steps,
  StepsOf,
} from './series';
import { addStanding, emptyStanding, readStanding, Standing } from './standing';

/** How far a team has come, and what it lost on the way. */
export interface TeamProgress extends CampaignProgress {
  regressions: CampaignRegression[];
}

/** How far a campaign has come, in all and by team; null stands for what no team owns that may be named. */
export interface CampaignStanding {
  all: CampaignProgress;
  teams: Map<string | null, TeamProgress>;
}

/** What is summed for a team, or for all. */
class Sum {
  readonly standing: Standing = emptyStanding();
  readonly steps: StepsOf = new Map();
  readonly regressions: CampaignRegression[] = [];
}

/**
 * Reads how far campaigns have come, from stored results and what changed in them since the start: three queries for a
 * campaign, however many teams and entities it meets.
 */
export class CampaignProgressReader {
  readonly #options: {
    db: Knex;
    definitions: ScorecardDefinitions;
    versions: ScorecardVersionCache;
  };

  constructor(options: {
    db: Knex;
    definitions: ScorecardDefinitions;
    versions: ScorecardVersionCache;
  }) {
    this.#options = options;
  }

  /** The checks that a campaign asks for under the definition in force. */
  async checksOf({ campaign }: ReadCampaign): Promise<string[]> {
    const scorecard = await this.#options.definitions.get(
      campaign.scorecardRef,
    );
    return scorecard ? targetChecks(scorecard.definition, campaign.target) : [];
  }

  /** @param options - which teams may be named */
  async read(
    read: ReadCampaign,
    options: {
      isNamed: (teamRef: string) => boolean;
      now: number;
      visibility: Visibility;
    },
  ): Promise<CampaignStanding> {
    const { folded, row } = read;
    const { isNamed, now, visibility } = options;
    const common = {
      db: this.#options.db,
      campaign: row,
      checkIds: await this.checksOf(read),
      visibility,
    };
    const { startedAt } = folded;
    const moments =
      startedAt === undefined
        ? []
        : momentsOf(startedAt, folded.endedAt ?? now);
    const [standing, steps, regressions] = await Promise.all([
      readStanding({ ...common, versions: this.#options.versions }),
      startedAt === undefined
        ? (new Map() as Steps)
        : readSteps({ ...common, moments }),
      startedAt === undefined
        ? new Map<string | null, CampaignRegression[]>()
        : readRegressions({ ...common, since: startedAt }),
    ]);

    const keyOf = (ownerRef: string | null) => {
      const team = teamOf(ownerRef);
      return team !== null && isNamed(team) ? team : null;
    };
    const sums = new Map<string | null, Sum>();
    const all = new Sum();
    for (const [ownerRef, part] of standing) {
      const key = keyOf(ownerRef);
      const own = sums.get(key) ?? new Sum();
      sums.set(key, own);
      for (const sum of [all, own]) {
        addStanding(sum.standing, part);
        addSteps(sum.steps, steps.get(ownerRef) ?? new Map());
      }
      own.regressions.push(...(regressions.get(ownerRef) ?? []));
    }
    const toProgress = (sum: Sum): CampaignProgress => ({
      ...sum.standing,
      series: courseOf({
        standing: sum.standing,
        steps: sum.steps,
        moments,
        deadline: Number(row.deadline),
      }),
    });
    return {
      all: toProgress(all),
      teams: new Map(
        [...sums].map(([key, sum]) => [
          key,
          { ...toProgress(sum), regressions: sum.regressions },
        ]),
      ),
    };
  }
}
