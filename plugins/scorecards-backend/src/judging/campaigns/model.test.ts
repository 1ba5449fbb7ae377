import { TestDatabases } from '@backstage/backend-test-utils';
import {
  CampaignActor,
  CampaignMove,
  CampaignMoveRequest,
  CampaignPause,
  CampaignState,
  CampaignTeamState,
  MOST_ACTIVE_CAMPAIGNS,
} from '@fairlead/backstage-plugin-scorecards-common';
import fc from 'fast-check';
import {
  component,
  entity,
  scorecard,
  SCORECARD,
} from '../../__testUtils__/entities';
import { DAY, startServices } from '../../__testUtils__/startServices';
import { TestCatalog } from '../../__testUtils__/TestCatalog';
import { ScorecardVersionCache } from '../definitions/ScorecardVersionCache';
import { readCampaigns } from './readCampaigns';
import { tendCampaigns } from './tendCampaigns';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(120_000);

const OFFICE = 'group:default/office';
const TEAMS = ['group:default/crew', 'group:default/quay'];
const SHIPS = ['ferry', 'crane'];

const clerk: CampaignActor = {
  ref: 'user:default/ole',
  ownershipRefs: [OFFICE],
  principal: 'user',
};
const ACTORS: Record<string, CampaignActor> = {
  clerk,
  stranger: { ...clerk, ref: 'user:default/sam', ownershipRefs: TEAMS },
  administrator: {
    ...clerk,
    ref: 'user:default/pat',
    ownershipRefs: [],
    isAdministrator: true,
  },
  'software of the clerk': { ...clerk, principal: 'agent' },
};

/** What is asked of a campaign, with others named by their place. */
interface Asked {
  move: Exclude<CampaignMove, 'issue'>;
  team: number;
  pauses: { team: number; other: number }[];
}

/** The plainest account of a campaign. */
interface ModelCampaign {
  ships: string[];
  startsAt: number;
  deadline: number;
  state: CampaignState;
  paused: string[];
  teams: Record<string, CampaignTeamState>;
}

class Model {
  now = 0;
  owners: Record<string, string> = { ferry: TEAMS[0], crane: TEAMS[1] };
  campaigns: ModelCampaign[] = [];

  /** What the clock and the catalog ask for: those that begin first have the first room. */
  tend() {
    const begun = this.campaigns
      .filter(
        ({ state, startsAt }) =>
          state === 'active' || (state === 'scheduled' && startsAt <= this.now),
      )
      .sort((a, b) => a.startsAt - b.startsAt);
    for (const campaign of begun) {
      if (campaign.deadline <= this.now) {
        campaign.state = 'ended';
      } else {
        campaign.state = 'active';
        this.settle(campaign);
      }
    }
  }

  settle(campaign: ModelCampaign) {
    const before = campaign.teams;
    const owners = [...new Set(campaign.ships.map(ship => this.owners[ship]))];
    campaign.teams = {};
    for (const team of owners) {
      const hasRoom =
        before[team] === 'active' || this.loadOf(team, campaign) < 3;
      const open = hasRoom ? 'active' : 'waiting';
      campaign.teams[team] = campaign.paused.includes(team) ? 'paused' : open;
    }
  }

  loadOf(team: string, without?: ModelCampaign): number {
    return this.campaigns.filter(
      each =>
        each !== without &&
        each.state === 'active' &&
        each.deadline > this.now &&
        each.teams[team] === 'active',
    ).length;
  }

  /** Whether the move was taken; where it was not, all is as before. */
  move(name: string, index: number, asked: Asked): boolean {
    const kept = structuredClone(this.campaigns);
    const isTaken = this.#tryMove(name, index, asked);
    if (!isTaken) {
      this.campaigns = kept;
    }
    return isTaken;
  }

  #tryMove(name: string, index: number, asked: Asked): boolean {
    const campaign = this.campaigns[index];
    const { principal, ownershipRefs, isAdministrator } = ACTORS[name];
    if (
      principal !== 'user' ||
      !(isAdministrator || ownershipRefs.includes(OFFICE))
    ) {
      return false;
    }
    const team = TEAMS[asked.team];
    switch (asked.move) {
      case 'schedule':
        if (campaign.state !== 'draft' || campaign.startsAt <= this.now) {
          return false;
        }
        campaign.state = 'scheduled';
        return true;
      case 'start':
        return this.#start(campaign, asked);
      case 'pause':
        return campaign.state === 'active' && this.#pause(campaign, team);
      case 'resume':
        return this.#resume(campaign, team, asked);
      default:
        if (campaign.state === 'ended') {
          return false;
        }
        campaign.state = 'ended';
        return true;
    }
  }

  #start(campaign: ModelCampaign, { pauses }: Asked): boolean {
    const isOpen = ['draft', 'scheduled'].includes(campaign.state);
    if (!isOpen || campaign.deadline <= this.now) {
      return false;
    }
    if (!this.#pauseOthers(campaign, pauses)) {
      return false;
    }
    campaign.state = 'active';
    this.settle(campaign);
    const joined = TEAMS.filter(team => campaign.teams[team] === 'active');
    return (
      joined.length > 0 &&
      pauses.every(({ team }) => joined.includes(TEAMS[team]))
    );
  }

  #resume(campaign: ModelCampaign, team: string, { pauses }: Asked): boolean {
    const standing = campaign.teams[team];
    if (
      campaign.state !== 'active' ||
      (standing !== 'paused' && standing !== 'waiting') ||
      !this.#pauseOthers(campaign, pauses) ||
      this.loadOf(team, campaign) >= 3
    ) {
      return false;
    }
    campaign.teams[team] = 'active';
    campaign.paused = campaign.paused.filter(other => other !== team);
    return true;
  }

  #pauseOthers(campaign: ModelCampaign, pauses: Asked['pauses']): boolean {
    return pauses.every(({ team, other }) => {
      const theirs = this.campaigns[other];
      return (
        theirs !== campaign &&
        theirs.state === 'active' &&
        this.#pause(theirs, TEAMS[team])
      );
    });
  }

  #pause(campaign: ModelCampaign, team: string): boolean {
    const standing = campaign.teams[team];
    if (standing !== 'active' && standing !== 'waiting') {
      return false;
    }
    campaign.teams[team] = 'paused';
    campaign.paused.push(team);
    return true;
  }
}

interface Real {
  services: Awaited<ReturnType<typeof startServices>>;
  start: number;
  ids: string[];
  tend: () => Promise<void>;
}

type Command = fc.AsyncCommand<Model, Real>;

async function compare(model: Model, { services, ids }: Real) {
  const { db, log, clock } = services;
  const rows = await db('campaigns').whereIn('id', ids);
  const read = await readCampaigns(rows, { db, log, now: clock.now });
  const states = new Map(
    read.map(({ row, campaign }) => [row.id, campaign.state]),
  );
  expect(ids.map(id => states.get(id))).toEqual(
    model.campaigns.map(({ state }) => state),
  );
  const standing = await db('campaign_teams as t')
    .join('campaigns as c', 'c.id', 't.campaign_id')
    .where('c.state', 'active')
    .select('t.*');
  expect(
    standing
      .map(row => [ids.indexOf(row.campaign_id), row.team_ref, row.state])
      .sort(),
  ).toEqual(
    model.campaigns
      .flatMap(({ state, teams }, index) =>
        state === 'active'
          ? Object.entries(teams).map(([team, each]) => [index, team, each])
          : [],
      )
      .sort(),
  );
  for (const team of TEAMS) {
    const active = standing.filter(
      row => row.team_ref === team && row.state === 'active',
    );
    expect(active.length).toBeLessThanOrEqual(MOST_ACTIVE_CAMPAIGNS);
  }
}

async function expectRefusal(move: Promise<unknown>) {
  await expect(move).rejects.toMatchObject({
    name: expect.stringMatching(/^(NotAllowed|Conflict|Input)Error$/),
  });
}

class Draft implements Command {
  constructor(
    readonly ships: string[],
    readonly start: number,
    readonly days: number,
  ) {}

  check = () => true;

  async run(model: Model, real: Real) {
    const { campaignService, clock } = real.services;
    // No two begin at the same moment, so that their order is known.
    const startsAt = this.start * DAY + real.ids.length;
    const deadline = startsAt + this.days * DAY;
    const { id } = await campaignService.draft(
      {
        title: `Campaign ${real.ids.length}`,
        why: 'As it is',
        ownerRef: OFFICE,
        scorecardRef: SCORECARD,
        target: { checks: ['leaks'] },
        appliesTo: { 'metadata.name': { $in: this.ships } },
        startsAt: new Date(clock.now + startsAt).toISOString(),
        deadline: new Date(clock.now + deadline).toISOString(),
      },
      clerk,
    );
    real.ids.push(id);
    model.campaigns.push({
      ships: this.ships,
      startsAt: model.now + startsAt,
      deadline: model.now + deadline,
      state: 'draft',
      paused: [],
      teams: {},
    });
    await compare(model, real);
  }

  toString = () =>
    `drafts for ${this.ships}, in ${this.start}d for ${this.days}d`;
}

class Move implements Command {
  constructor(
    readonly name: string,
    readonly index: number,
    readonly asked: Asked,
  ) {}

  check = ({ campaigns }: Model) => campaigns.length > 0;

  async run(model: Model, real: Real) {
    const { length } = model.campaigns;
    const index = this.index % length;
    const asked: Asked = {
      ...this.asked,
      pauses: this.asked.pauses.map(({ team, other }) => ({
        team,
        other: other % length,
      })),
    };
    const moved = real.services.campaignService.move(
      real.ids[index],
      toRequest(asked, real.ids),
      { actor: ACTORS[this.name], scorecards: 'all' },
    );
    if (model.move(this.name, index, asked)) {
      await moved;
    } else {
      await expectRefusal(moved);
    }
    await compare(model, real);
  }

  toString = () =>
    `${this.name} ${this.asked.move}s ${this.index} ${JSON.stringify(
      this.asked,
    )}`;
}

function toRequest(
  { move, team, pauses }: Asked,
  ids: readonly string[],
): Exclude<CampaignMoveRequest, { move: 'issue' }> {
  const answers = { impact: 'Most', futureCost: 'Least' };
  const teamRef = TEAMS[team];
  const named = pauses.map(
    (pause): CampaignPause => ({
      teamRef: TEAMS[pause.team],
      campaignId: ids[pause.other],
      ...answers,
    }),
  );
  switch (move) {
    case 'start':
      return { move, pauses: named };
    case 'pause':
      return { move, teamRef, ...answers };
    case 'resume':
      return { move, teamRef, pauses: named };
    default:
      return { move };
  }
}

/** Drafts a campaign and starts it. */
class Begin implements Command {
  constructor(readonly ships: string[], readonly pauses: Asked['pauses']) {}

  check = () => true;

  async run(model: Model, real: Real) {
    await new Draft(this.ships, 0, 30).run(model, real);
    await new Move('clerk', model.campaigns.length - 1, {
      move: 'start',
      team: 0,
      pauses: this.pauses,
    }).run(model, real);
  }

  toString = () => `begins for ${this.ships} ${JSON.stringify(this.pauses)}`;
}

class Pass implements Command {
  constructor(readonly days: number) {}

  check = () => true;

  async run(model: Model, real: Real) {
    model.now += this.days * DAY;
    real.services.clock.now = real.start + model.now;
    model.tend();
    await real.tend();
    await compare(model, real);
  }

  toString = () => `${this.days}d pass`;
}

class HandOver implements Command {
  constructor(readonly ship: string, readonly team: number) {}

  check = () => true;

  async run(model: Model, real: Real) {
    model.owners[this.ship] = TEAMS[this.team];
    model.tend();
    await real.services
      .db('entities')
      .where('entity_ref', `component:default/${this.ship}`)
      .update({ owner_ref: TEAMS[this.team] });
    await real.tend();
    await compare(model, real);
  }

  toString = () => `${this.ship} goes to ${this.team}`;
}

const index = fc.nat({ max: 7 });
const team = fc.nat({ max: TEAMS.length - 1 });
const ships = fc.constantFrom(['ferry'], ['crane'], SHIPS);
const pauses = fc.array(fc.record({ team, other: index }), { maxLength: 1 });
const ask = (move: fc.Arbitrary<Asked['move']>) =>
  fc.record({ move, team, pauses });

const commands = fc.commands<Model, Real, false>(
  [
    fc
      .tuple(ships, fc.nat({ max: 5 }), fc.integer({ min: 3, max: 40 }))
      .map(([of, start, days]) => new Draft(of, start, days)),
    fc
      .tuple(
        fc.constantFrom(...Object.keys(ACTORS)),
        index,
        ask(fc.constantFrom('schedule', 'start', 'pause', 'resume', 'end')),
      )
      .map(([name, of, asked]) => new Move(name, of, asked)),
    // Teams fill up by campaigns that start; the newest is the one that is refused, or that another pauses for.
    ...[1, 2, 3].map(() =>
      fc.tuple(ships, pauses).map(([of, named]) => new Begin(of, named)),
    ),
    fc
      .tuple(index, ask(fc.constantFrom('start', 'schedule', 'resume')))
      .map(([of, asked]) => new Move('clerk', of, asked)),
    fc.integer({ min: 1, max: 3 }).map(days => new Pass(days)),
    fc
      .tuple(fc.constantFrom(...SHIPS), team)
      .map(([ship, to]) => new HandOver(ship, to)),
  ],
  { maxCommands: 40 },
);

describe.each(databases.eachSupportedId())('campaigns of several, %s', id => {
  it('stand where the plainest account of them says, and no team has more than three', async () => {
    const services = await startServices({
      knex: await databases.init(id),
      catalog: new TestCatalog([
        ...['crew', 'quay', 'office'].map(name => entity(`Group:${name}`)),
        component('ferry', TEAMS[0]),
        component('crane', TEAMS[1]),
        scorecard({ owner: OFFICE }),
      ]),
    });
    await services.catchUp();
    const { clock, db } = services;
    const versions = new ScorecardVersionCache({ db });
    const tend = () =>
      tendCampaigns(db, {
        ...services,
        issues: services.campaignIssues,
        notices: services.campaignNotices,
        versions,
        now: clock.now,
        logger: {
          error: (_: string, error: Error) => {
            throw error;
          },
        } as never,
      });
    const property = fc.assert(
      fc.asyncProperty(commands, async steps => {
        await db('decisions').delete();
        await db('campaigns').delete();
        for (const [ship, owner] of Object.entries(new Model().owners)) {
          await db('entities')
            .where('entity_ref', `component:default/${ship}`)
            .update({ owner_ref: owner });
        }
        await fc.asyncModelRun(
          () => ({
            model: new Model(),
            real: { services, start: clock.now, ids: [], tend },
          }),
          steps,
        );
      }),
      { numRuns: id === 'SQLITE_3' ? 120 : 30 },
    );
    await expect(property).resolves.toBeUndefined();
  });
});
