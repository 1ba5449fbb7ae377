import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  Campaign,
  CampaignDraft,
  CampaignMoveRequest,
  CampaignPreviewResponse,
  Page,
  Waiver,
  WaiverDetailsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { PersonClient } from '../people';
import { ReplayProgress } from '../year/ReplayProgress';
import {
  DemoAnswer,
  DemoCampaign,
  DemoDecisions,
  DemoWaiver,
} from './readDecisions';

const DAY = 24 * 3_600_000;

const scorecardRefOf = (name: string) => `scorecard:default/${name}`;
const userRefOf = (name: string) => `user:default/${name}`;
const groupRefOf = (name: string) => `group:default/${name}`;

const inDays = (now: number, days: number) =>
  new Date(now + days * DAY).toISOString();

/**
 * Lets the people of the demo organisation decide about its scorecards, once: each signs in and says it at the door that
 * the portal has for people. What was said before is found, and not said again.
 */
export class DecisionsReplay {
  readonly #decisions: DemoDecisions;
  readonly #logger: LoggerService;
  readonly #people: Pick<PersonClient, 'askAs'>;
  readonly #progress: Pick<ReplayProgress, 'get' | 'set'>;

  static create(options: {
    decisions: DemoDecisions;
    logger: LoggerService;
    /** Asks the scorecards backend. */
    people: Pick<PersonClient, 'askAs'>;
    progress: Pick<ReplayProgress, 'get' | 'set'>;
  }): DecisionsReplay {
    return new DecisionsReplay(options);
  }

  private constructor(options: {
    decisions: DemoDecisions;
    logger: LoggerService;
    people: Pick<PersonClient, 'askAs'>;
    progress: Pick<ReplayProgress, 'get' | 'set'>;
  }) {
    this.#decisions = options.decisions;
    this.#logger = options.logger;
    this.#people = options.people;
    this.#progress = options.progress;
  }

  /** Goes on after the last decision that was told. Those about what the backend does not know yet wait for the next run. */
  async run({ now }: { now: number }): Promise<void> {
    const { answers, campaigns, waivers } = this.#decisions;
    const steps = [
      ...waivers.map(waiver => () => this.#tellWaiver(waiver, now)),
      ...answers.map(answer => () => this.#tellAnswer(answer)),
      ...campaigns.map(campaign => () => this.#tellCampaign(campaign, now)),
    ];
    const told = (await this.#progress.get()) ?? 0;
    for (const [index, step] of steps.entries()) {
      if (index >= told) {
        try {
          if (!(await step())) {
            return;
          }
        } catch (error) {
          const status = error instanceof ResponseError && error.statusCode;
          if (status === 404) {
            return;
          }
          // Whoever looks at the demo has decided it first.
          if (status !== 409) {
            throw error;
          }
        }
        await this.#progress.set(index + 1);
      }
    }
    if (told < steps.length) {
      this.#logger.info(
        `Demo: told ${waivers.length} waivers, ${answers.length} answers and ${campaigns.length} campaigns`,
      );
    }
  }

  async #tellWaiver(waiver: DemoWaiver, now: number): Promise<true> {
    const { by, check, days, decisions, entity, reason, scorecard } = waiver;
    const of = {
      scorecardRef: scorecardRefOf(scorecard),
      checkId: check,
      entityRef: entity,
    };
    const asker = userRefOf(by);
    const page = await this.#as<Page<Waiver>>(
      asker,
      `/waivers?${new URLSearchParams({
        ...of,
        requestedBy: asker,
        limit: '1',
      })}`,
    );
    const { id } =
      page.items[0] ??
      (await this.#as<Waiver>(asker, '/waivers', {
        ...of,
        reason,
        expiresAt: inDays(now, days),
      }));
    const path = `/waivers/${encodeURIComponent(id)}`;
    const before = await this.#as<WaiverDetailsResponse>(asker, path);
    for (const { by: name, ...decision } of decisions) {
      const actor = userRefOf(name);
      const isMade = before.decisions.some(
        made => made.move === decision.decision && made.actor === actor,
      );
      if (!isMade) {
        await this.#as(actor, `${path}/decisions`, decision);
      }
    }
    return true;
  }

  /** Told again, an answer takes the place of the one before. */
  async #tellAnswer(answer: DemoAnswer): Promise<true> {
    const { by, check, entity, scorecard, team, ...said } = answer;
    await this.#as(userRefOf(by), '/attestations', {
      ...said,
      scorecardRef: scorecardRefOf(scorecard),
      checkId: check,
      entityRef: entity,
      teamRef: groupRefOf(team),
    });
    return true;
  }

  /** One that is started waits until its checks are judged, so that its course begins where things stand. */
  async #tellCampaign(campaign: DemoCampaign, now: number): Promise<boolean> {
    const { by, startedBy, title } = campaign;
    const drafter = userRefOf(by);
    const about = {
      scorecardRef: scorecardRefOf(campaign.scorecard),
      target: { checks: campaign.checks },
      appliesTo: campaign.appliesTo as CampaignDraft['appliesTo'],
    };
    if (startedBy && !(await this.#isJudged(drafter, about))) {
      return false;
    }
    const { items } = await this.#as<Page<Campaign>>(
      drafter,
      `/campaigns?${new URLSearchParams({
        scorecardRef: about.scorecardRef,
        limit: '500',
      })}`,
    );
    const { id, state } =
      items.find(other => other.title === title) ??
      (await this.#as<Campaign>(drafter, '/campaigns', {
        ...about,
        title,
        why: campaign.why,
        ownerRef: groupRefOf(campaign.owner),
        startsAt: inDays(now, campaign.startsInDays),
        deadline: inDays(now, campaign.endsInDays),
      } satisfies CampaignDraft));
    if (startedBy && state === 'draft') {
      await this.#as(
        userRefOf(startedBy),
        `/campaigns/${encodeURIComponent(id)}/moves`,
        { move: 'start' } satisfies CampaignMoveRequest,
      );
    }
    return true;
  }

  async #isJudged(
    userRef: string,
    about: Pick<CampaignDraft, 'scorecardRef' | 'target' | 'appliesTo'>,
  ): Promise<boolean> {
    const { checks, entities } = await this.#as<CampaignPreviewResponse>(
      userRef,
      '/campaigns/preview',
      about,
    );
    return entities.total > 0 && checks.unknown === 0;
  }

  #as<T>(userRef: string, path: string, body?: object): Promise<T> {
    return this.#people.askAs(userRef, path, body) as Promise<T>;
  }
}
