import { TestDatabases } from '@backstage/backend-test-utils';
import {
  CampaignActor,
  CampaignDraft,
  CampaignMoveRequest,
} from '@fairlead/backstage-plugin-scorecards-common';
import { TestCatalog } from '../../__testUtils__/TestCatalog';
import {
  component,
  entity,
  scorecard,
  SCORECARD,
} from '../../__testUtils__/entities';
import { DAY, startServices } from '../../__testUtils__/startServices';
import { SEES_ALL } from '../../catalog/visibility';
import { ScorecardVersionCache } from '../definitions/ScorecardVersionCache';
import { CampaignProgressReader } from './progress/CampaignProgressReader';
import { readCampaigns } from './readCampaigns';
import { tendCampaigns } from './tendCampaigns';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const CREW = 'group:default/crew';
const QUAY = 'group:default/quay';
const OFFICE = 'group:default/office';

const clerk: CampaignActor = {
  ref: 'user:default/ole',
  ownershipRefs: [OFFICE],
  principal: 'user',
};
const ANSWERS = { impact: 'Fewer leaks', futureCost: 'Less bailing' };

describe.each(databases.eachSupportedId())('campaigns, %s', id => {
  async function start() {
    const catalog = new TestCatalog([
      entity(`Group:crew`),
      entity(`Group:quay`),
      entity(`Group:office`),
      component('ferry', CREW),
      component('tug', CREW),
      component('crane', QUAY),
      component('wreck', ''),
      scorecard({
        owner: OFFICE,
        checks: [{ id: 'leaks' }, { id: 'dents', level: 'silver' }],
      }),
    ]);
    const services = await startServices({
      knex: await databases.init(id),
      catalog,
      config: {
        campaigns: {
          kinds: {
            hull: {
              issue: {
                template: 'template:default/issue',
                parameters: {
                  title: '{{title}} for {{team}}',
                  body: '{{checks}}',
                },
              },
            },
          },
        },
      },
    });
    await services.catchUp();
    const { clock, campaignService, db, log } = services;
    const versions = new ScorecardVersionCache({ db });
    const draft = (more: Partial<CampaignDraft> = {}) =>
      campaignService.draft(
        {
          title: 'Tight hulls',
          why: 'Ships sink',
          ownerRef: OFFICE,
          scorecardRef: SCORECARD,
          target: { checks: ['leaks'] },
          startsAt: new Date(clock.now + DAY).toISOString(),
          deadline: new Date(clock.now + 11 * DAY).toISOString(),
          ...more,
        },
        clerk,
      );
    const move = (
      campaignId: string,
      request: Exclude<CampaignMoveRequest, { move: 'issue' }>,
      actor = clerk,
    ) =>
      campaignService.move(campaignId, request, { actor, scorecards: 'all' });
    const tend = () =>
      tendCampaigns(db, {
        log,
        versions,
        logger: {
          error: (_: string, error: Error) => {
            throw error;
          },
        } as never,
        issues: services.campaignIssues,
        notices: services.campaignNotices,
        now: clock.now,
      });
    const read = async (campaignId: string) =>
      (
        await readCampaigns(await db('campaigns').where('id', campaignId), {
          db,
          log,
          now: clock.now,
        })
      )[0];
    const progress = async (campaignId: string) =>
      new CampaignProgressReader({ ...services, versions }).read(
        await read(campaignId),
        { isNamed: () => true, now: clock.now, visibility: SEES_ALL },
      );
    const teams = async (campaignId: string) =>
      Object.fromEntries(
        (
          await db('campaign_teams')
            .where('campaign_id', campaignId)
            .orderBy('team_ref')
        ).map(row => [row.team_ref, row.state]),
      );
    const begin = async (title: string, more: Partial<CampaignDraft> = {}) => {
      const { id: campaignId } = await draft({ title, ...more });
      await move(campaignId, { move: 'start' });
      return campaignId;
    };
    return {
      ...services,
      begin,
      catalog,
      draft,
      move,
      progress,
      read,
      teams,
      tend,
    };
  }

  /** What was sent, in its order. */
  function sent(services: { notifications: { send: jest.Mock } }) {
    return services.notifications.send.mock.calls.map(
      ([{ recipients, payload }]) => [
        recipients.entityRef.join(' '),
        payload.title.replace(/[\u2066-\u2069]/g, ''),
        payload.scope.replace(/[0-9a-f-]{36}/, '<id>'),
      ],
    );
  }

  it('starts and ends by the clock, tells teams once each time, and may be tended twice', async () => {
    const services = await start();
    const { clock, db, draft, move, read, send, catchUp, teams, tend } =
      services;
    await send('component:default/ferry', { leaks: 20 });
    await send('component:default/tug', { leaks: 1 });
    await catchUp();
    const { id: campaignId } = await draft({ reminders: ['5d'] });
    await move(campaignId, { move: 'schedule' });
    await tend();
    expect(await teams(campaignId)).toEqual({});
    expect((await read(campaignId)).campaign.state).toBe('scheduled');

    clock.now += 2 * DAY;
    await tend();
    await tend();
    expect(await teams(campaignId)).toEqual({
      [CREW]: 'active',
      [QUAY]: 'active',
    });
    expect(sent(services)).toEqual([
      [
        CREW,
        '“Tight hulls” is due on 2026-12-01: 1 check of 1 entity left',
        `campaigns:<id>:${CREW}`,
      ],
      [
        QUAY,
        '“Tight hulls” is due on 2026-12-01: 1 check of 1 entity left',
        `campaigns:<id>:${QUAY}`,
      ],
    ]);
    const before = await db('entities').orderBy('entity_ref').pluck('revision');
    await tend();
    expect(
      await db('entities').orderBy('entity_ref').pluck('revision'),
    ).toEqual(before);

    services.notifications.send.mockClear();
    clock.now += 5 * DAY;
    await tend();
    await tend();
    expect(sent(services)).toHaveLength(2);

    services.notifications.send.mockClear();
    clock.now += 10 * DAY;
    await tend();
    await tend();
    expect(sent(services)).toEqual([
      [OFFICE, '“Tight hulls” has ended', 'campaigns:<id>:ended'],
    ]);
    expect(await read(campaignId)).toMatchObject({
      campaign: { state: 'ended' },
      row: { state: 'ended' },
    });
  });

  it('tells what passes by team over time, promised beside happened, and what turned to fail', async () => {
    const services = await start();
    const { begin, clock, progress, send, catchUp, campaignIssues, read } =
      services;
    await send('component:default/ferry', { leaks: 1 });
    await catchUp();
    const campaignId = await begin('Tight hulls', { kind: 'hull' });
    clock.now += DAY;
    await send('component:default/ferry', { leaks: 20 });
    await send('component:default/tug', { leaks: 1 });
    await catchUp();
    clock.now += DAY;
    await send('component:default/ferry', { leaks: 20 });
    await send('component:default/tug', { leaks: 1 });
    await send('component:default/crane', { leaks: 2 });
    await catchUp();
    const { all, teams } = await progress(campaignId);
    expect(all.checks).toEqual({ pass: 2, fail: 1, unknown: 1 });
    expect(all.entities).toEqual({ done: 2, total: 4 });
    expect(
      all.series.map(({ pass, total, promised }) => [pass, total, promised]),
    ).toEqual([
      [1, 4, 1],
      [1, 4, 1],
      [2, 4, 2],
    ]);
    expect(teams.get(CREW)).toMatchObject({
      checks: { pass: 1, fail: 1, unknown: 0 },
      regressions: [{ entityRef: 'component:default/ferry', checkId: 'leaks' }],
    });
    expect(teams.get(QUAY)?.regressions).toEqual([]);

    await expect(
      campaignIssues.open(await read(campaignId), QUAY),
    ).rejects.toThrow(/Nothing of .* has turned from pass to fail/);
    await campaignIssues.open(await read(campaignId), CREW);
    await campaignIssues.open(await read(campaignId), CREW);
    const issues = await campaignIssues.list(campaignId, [CREW, QUAY]);
    expect([...issues.keys()]).toEqual([CREW]);
    const { url, via } = issues.get(CREW)!;
    expect(via).toBe('template');
    expect(
      JSON.parse(new URLSearchParams(url!.split('?')[1]).get('formData')!),
    ).toEqual({
      title: `Tight hulls for ${CREW}`,
      body: '- component:default/ferry: leaks',
    });
  });

  it('is refused to a team as its fourth, unless another pauses with both answers', async () => {
    const services = await start();
    const { begin, draft, move, read, teams } = services;
    const three = [await begin('A'), await begin('B'), await begin('C')];
    const { id: fourth } = await draft({
      title: 'D',
      appliesTo: { 'metadata.name': { $in: ['ferry', 'crane'] } },
    });
    await expect(move(fourth, { move: 'start' })).rejects.toThrow(
      /crew.*“A”.*“B”.*“C”.*quay.*pauses/s,
    );
    expect((await read(fourth)).campaign.state).toBe('draft');
    const pause = { teamRef: CREW, campaignId: three[1], ...ANSWERS };
    const moved = await move(fourth, { move: 'start', pauses: [pause] });
    expect(moved.waiting).toEqual([QUAY]);
    expect(await teams(fourth)).toEqual({
      [CREW]: 'active',
      [QUAY]: 'waiting',
    });
    expect(await teams(three[1])).toEqual({
      [CREW]: 'paused',
      [QUAY]: 'active',
    });
    expect((await read(three[1])).decisions.at(-1)).toMatchObject({
      move: 'pause',
      side: CREW,
      reason:
        'Creates the most impact: Fewer leaks\nReduces future cost: Less bailing',
    });
    await expect(
      move(three[1], { move: 'resume', teamRef: CREW }),
    ).rejects.toThrow(/3 active campaigns at most/);
    await move(three[0], { move: 'end' });
    await services.tend();
    expect(await teams(fourth)).toEqual({ [CREW]: 'active', [QUAY]: 'active' });
    await move(three[1], { move: 'resume', teamRef: CREW });
    expect(await teams(three[1])).toEqual({
      [CREW]: 'active',
      [QUAY]: 'active',
    });
  });

  it('takes one of two that start at once where a team has room for one', async () => {
    const { begin, draft, move, db } = await start();
    await begin('A');
    await begin('B');
    const appliesTo = { 'metadata.name': 'ferry' };
    const drafts = await Promise.all(
      ['C', 'D'].map(title => draft({ title, appliesTo })),
    );
    const outcomes = await Promise.allSettled(
      drafts.map(({ id: campaignId }) => move(campaignId, { move: 'start' })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(
      await db('campaign_teams').where({ team_ref: CREW, state: 'active' }),
    ).toHaveLength(3);
  });

  it('waits for a team that comes by a fourth because entities changed hands', async () => {
    const services = await start();
    const { begin, catalog, catchUp, teams, tend } = services;
    const of = (name: string) => ({ appliesTo: { 'metadata.name': name } });
    for (const title of ['A', 'B', 'C']) {
      await begin(title, of('ferry'));
    }
    const other = await begin('D', of('crane'));
    catalog.put(component('crane', CREW));
    await catchUp();
    await tend();
    expect(await teams(other)).toEqual({ [CREW]: 'waiting' });
    services.notifications.send.mockClear();
    catalog.put(component('ferry', QUAY));
    await catchUp();
    await tend();
    await tend();
    expect(await teams(other)).toEqual({ [CREW]: 'active' });
  });

  it('is drafted for what there is, by members of its owner, and decided by people', async () => {
    const { draft, move, begin } = await start();
    await expect(draft({ target: { level: 'gilded' } })).rejects.toThrow(
      /no level.*gilded.*bronze/,
    );
    await expect(draft({ deadline: draft.name })).rejects.toThrow(/deadline/);
    await expect(draft({ kind: 'mast' })).rejects.toThrow(/kind.*hull/);
    await expect(draft({ ownerRef: CREW })).rejects.toThrow(/belong to/);
    await expect(draft({ reminders: ['soon'] })).rejects.toThrow(/reminders/);
    const { id: campaignId } = await draft();
    await expect(
      move(campaignId, { move: 'start' }, { ...clerk, principal: 'agent' }),
    ).rejects.toThrow(/for people/);
    await expect(
      move(campaignId, { move: 'end' }, { ...clerk, ownershipRefs: [CREW] }),
    ).rejects.toThrow(/Only members/);
    await expect(
      move(campaignId, { move: 'pause', teamRef: CREW, ...ANSWERS }),
    ).rejects.toThrow(/is draft/);
    const started = await begin('A');
    await move(started, { move: 'pause', teamRef: CREW, ...ANSWERS });
    await expect(
      move(started, { move: 'pause', teamRef: CREW, ...ANSWERS }),
    ).rejects.toThrow(/is not active for/);
  });
});
