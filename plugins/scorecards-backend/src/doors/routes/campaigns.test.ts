import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  CampaignDetailsSchema,
  CampaignPreviewSchema,
  CampaignSchema,
  CampaignsSchema,
} from '../schema/campaigns';
import { isOwnedBy, ownRules, policy } from './__testUtils__/decisions';
import { READINESS } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const DAY = 24 * 3_600_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();
const PAYMENTS = 'group:default/payments';
const DISCOVERY = 'group:default/discovery';
const ANSWERS = { impact: 'Fewer pages', futureCost: 'Less toil' };

const DRAFT = {
  title: 'Described by winter',
  why: 'A reader wants to know',
  ownerRef: 'engineering',
  scorecardRef: READINESS,
  target: { level: 'bronze' },
  startsAt: inDays(1),
  deadline: inDays(30),
};

const SECRET = 'hush';

/** A tracker that keeps what it is sent, and whether it is signed. */
function startTracker() {
  const received: { key: unknown; body: string; isSigned: boolean }[] = [];
  /** What it answers with. */
  const answers = { status: 200 };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const timestamp = request.headers['x-fairlead-timestamp'];
    const signature = createHmac('sha256', SECRET)
      .update(`${timestamp}.${body}`)
      .digest('hex');
    received.push({
      key: request.headers['idempotency-key'],
      body,
      isSigned:
        request.headers['x-fairlead-signature-256'] === `sha256=${signature}`,
    });
    response.writeHead(answers.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ url: 'https://tracker.test/7' }));
  });
  return {
    received,
    answers,
    listen: () =>
      new Promise<string>(resolve => {
        server.listen(0, 'localhost', () =>
          resolve(
            `http://localhost:${(server.address() as AddressInfo).port}/hook`,
          ),
        );
      }),
    close: () => server.close(),
  };
}

describe.each(databases.eachSupportedId())('campaign routes (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;
  const tracker = startTracker();

  beforeAll(async () => {
    const url = await tracker.listen();
    portal = await startScorecards({
      db: await databases.init(id),
      config: {
        app: { baseUrl: 'http://portal.test' },
        scorecards: {
          outgoing: { allowedHosts: ['localhost'] },
          campaigns: {
            kinds: {
              docs: {
                issue: { webhook: { url, secret: SECRET } },
              },
              // Not among the allowed hosts, and not public.
              inside: {
                issue: {
                  webhook: {
                    url: url.replace('localhost', '127.0.0.1'),
                    secret: SECRET,
                  },
                },
              },
            },
          },
        },
      },
    });
  });

  afterAll(() => tracker.close());

  afterEach(async () => {
    tracker.received.length = 0;
    await portal.db('transitions').where('reason', 'Gone').delete();
    await portal.db('campaigns').delete();
    await portal.db('decisions').delete();
    portal.notifications.send.mockClear();
  });

  const draft = async (more: object = {}) =>
    CampaignSchema.parse(
      (await portal.post('/campaigns', { ...DRAFT, ...more }).expect(201)).body,
    );
  const move = (campaignId: string, body: object) =>
    portal.post(`/campaigns/${campaignId}/moves`, body);
  const begin = async (more: object = {}) => {
    const { id: campaignId } = await draft(more);
    await move(campaignId, { move: 'start' }).expect(200);
    return campaignId;
  };
  const dueOf = async (name: string) => {
    const { body } = await portal
      .get(`/entities/component/default/${name}`)
      .expect(200);
    return body.scorecards[0].checks.map(
      ({ due }: { due?: { campaign: { title: string } } }) =>
        due?.campaign.title,
    );
  };

  /** Something of the team that owns the cart. */
  const turnToFail = () =>
    portal.db('transitions').insert({
      scorecard_ref: READINESS,
      entity_ref: 'component:default/cart',
      check_id: 'described',
      from: 'pass',
      to: 'fail',
      at: Date.now(),
      cause: 'entity',
      reason: 'Gone',
    });

  it('drafts, previews, starts and ends one, with due dates on checks that do not pass meanwhile', async () => {
    const { body: preview } = await portal
      .post('/campaigns/preview', {
        scorecardRef: 'readiness',
        target: { checks: ['described'] },
      })
      .expect(200);
    expect(CampaignPreviewSchema.parse(preview)).toEqual({
      entities: { done: 3, total: 5 },
      checks: { pass: 3, fail: 2, unknown: 0 },
      teams: 2,
      fullTeams: [],
    });
    const drafted = await draft();
    expect(drafted).toMatchObject({
      ownerRef: 'group:default/engineering',
      state: 'draft',
      reminders: ['14d', '3d'],
      draftedThrough: 'user',
    });
    expect(await dueOf('formula')).toEqual([undefined, undefined]);
    const { body: started } = await move(drafted.id, { move: 'start' }).expect(
      200,
    );
    expect(CampaignDetailsSchema.parse(started)).toMatchObject({
      state: 'active',
      progress: {
        entities: { done: 3, total: 5 },
        checks: { pass: 3, fail: 2, unknown: 0 },
      },
      teams: [
        { teamRef: null, entities: { done: 0, total: 1 } },
        { teamRef: DISCOVERY, state: 'active', checks: { pass: 1, fail: 1 } },
        { teamRef: PAYMENTS, state: 'active', checks: { pass: 2, fail: 0 } },
      ].sort((a, b) =>
        String(a.teamRef ?? '').localeCompare(String(b.teamRef ?? '')),
      ),
      totalTeams: 3,
      decisions: [{ move: 'draft' }, { move: 'start' }],
    });
    // Kept answers give way; what passes and what the campaign does not ask for is due for nothing.
    expect(await dueOf('formula')).toEqual([DRAFT.title, undefined]);
    expect(await dueOf('orphan')).toEqual([DRAFT.title, undefined]);
    expect(await dueOf('cart')).toEqual([undefined, undefined]);

    await move(drafted.id, {
      move: 'pause',
      teamRef: 'discovery',
      ...ANSWERS,
    }).expect(200);
    expect(await dueOf('formula')).toEqual([undefined, undefined]);
    const { body: mine } = await portal
      .get('/campaigns')
      .query({ teamRef: 'discovery', state: 'active' })
      .expect(200);
    expect(CampaignsSchema.parse(mine)).toMatchObject({
      totalItems: 1,
      items: [
        { id: drafted.id, team: { teamRef: DISCOVERY, state: 'paused' } },
      ],
    });
    await move(drafted.id, { move: 'resume', teamRef: 'discovery' }).expect(
      200,
    );
    expect(await dueOf('formula')).toEqual([DRAFT.title, undefined]);

    await move(drafted.id, { move: 'end', reason: 'Done' }).expect(200);
    expect(await dueOf('formula')).toEqual([undefined, undefined]);
    await move(drafted.id, { move: 'end' }).expect(409);
    const { body: read } = await portal
      .get(`/campaigns/${drafted.id}`)
      .expect(200);
    expect(read).toMatchObject({
      state: 'ended',
      progress: { entities: { done: 3, total: 5 } },
    });
  });

  it('lists in pages, newest first', async () => {
    for (const title of ['A', 'B', 'C']) {
      await draft({ title });
    }
    const { body: all } = await portal
      .get('/campaigns?state=draft')
      .expect(200);
    expect(all.totalItems).toBe(3);
    const seen = [];
    let cursor: string | undefined;
    do {
      const { body } = await portal
        .get('/campaigns?state=draft')
        .query({ limit: 1, cursor })
        .expect(200);
      seen.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all.items);
    const { body: none } = await portal
      .get('/campaigns?state=ended')
      .expect(200);
    expect(none).toEqual({ items: [], totalItems: 0 });
  });

  it('refuses a fourth with 409 and the names of the three', async () => {
    for (const title of ['A', 'B', 'C']) {
      await begin({ title });
    }
    const { id: fourth } = await draft({
      appliesTo: { 'metadata.name': 'cart' },
    });
    const { body } = await move(fourth, { move: 'start' }).expect(409);
    expect(body.error.message).toMatch(/payments.*“.*A.*”.*B.*C/s);
    const { body: preview } = await portal
      .post('/campaigns/preview', {
        scorecardRef: READINESS,
        target: { level: 'bronze' },
        appliesTo: { 'metadata.name': 'cart' },
      })
      .expect(200);
    expect(preview.fullTeams).toMatchObject([
      { teamRef: PAYMENTS, active: [{}, {}, {}] },
    ]);
    const { id: other } = preview.fullTeams[0].active[0];
    await move(fourth, {
      move: 'start',
      pauses: [
        {
          teamRef: 'payments',
          campaignId: other,
          impact: 'x',
          futureCost: ' ',
        },
      ],
    }).expect(400);
    await move(fourth, {
      move: 'start',
      pauses: [{ teamRef: 'payments', campaignId: other, ...ANSWERS }],
    }).expect(200);
  });

  it.each([
    [{ target: { level: 'gilded' } }, 400],
    [{ target: { checks: [] } }, 400],
    [{ deadline: '2020-01-01T00:00:00Z' }, 400],
    [{ deadline: '2999-01-01T00:00:00Z' }, 400],
    [{ appliesTo: { kind: { $like: 'x' } } }, 400],
    [{ scorecardRef: 'nobody' }, 404],
    [{ ownerRef: 'nobody' }, 404],
    [{ ownerRef: 'user:default/mock' }, 404],
    [{ kind: 'unheard-of' }, 400],
    [{ reminders: ['soon'] }, 400],
    [{ title: '  ' }, 400],
  ])('refuses a draft with %j', async (fields, status) => {
    await portal.post('/campaigns', { ...DRAFT, ...fields }).expect(status);
  });

  it('sends one signed issue for a team, only once something turned to fail, and again under the same key', async () => {
    const { received } = tracker;
    const campaignId = await begin({ kind: 'docs' });
    await portal.run('tend-campaigns');
    expect(received).toEqual([]);
    await turnToFail();
    tracker.answers.status = 500;
    await portal.run('tend-campaigns');
    expect(received).toHaveLength(1);
    await portal.db('campaign_issues').update({ claimed_until: 1 });
    tracker.answers.status = 200;
    await portal.run('tend-campaigns');
    await portal.run('tend-campaigns');
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0]);
    expect(received[0]).toMatchObject({
      isSigned: true,
      key: `${campaignId}/${PAYMENTS}`,
    });
    expect(JSON.parse(received[0].body)).toMatchObject({
      team: PAYMENTS,
      campaign: {
        url: `http://portal.test/scorecards/campaigns/${campaignId}`,
      },
      turnedToFail: [
        { entityRef: 'component:default/cart', checkId: 'described' },
      ],
    });
    const { body } = await portal
      .get(`/campaigns/${campaignId}`)
      .query({ teamRef: 'payments' })
      .expect(200);
    expect(body.teams).toMatchObject([
      {
        teamRef: PAYMENTS,
        issue: { state: 'opened', url: 'https://tracker.test/7' },
      },
    ]);
  });

  it('sends no issue to an address that only this server can reach', async () => {
    const campaignId = await begin({ kind: 'inside' });
    await turnToFail();
    await move(campaignId, { move: 'issue', teamRef: 'payments' }).expect(200);
    await portal.run('tend-campaigns');
    expect(tracker.received).toEqual([]);
    const { body } = await portal
      .get(`/campaigns/${campaignId}`)
      .query({ teamRef: 'payments' })
      .expect(200);
    expect(body.teams[0].issue).toMatchObject({
      state: 'pending',
      error: expect.stringContaining('scorecards.outgoing'),
    });
    await move(campaignId, { move: 'issue', teamRef: 'discovery' }).expect(409);
  });

  it('is decided by people, not by services', async () => {
    await portal
      .post('/campaigns', DRAFT)
      .set('Authorization', mockCredentials.service.header())
      .expect(403);
    const { id: campaignId } = await draft();
    await move(campaignId, { move: 'start' })
      .set('Authorization', mockCredentials.service.header())
      .expect(403);
  });

  it('shows figures of what the caller may see, and no team that they may not', async () => {
    const campaignId = await begin();
    portal.permissions.authorizeConditional.mockImplementation(
      policy({
        catalog: ownRules({
          anyOf: [
            isOwnedBy(PAYMENTS, 'group:default/platform'),
            {
              rule: 'HAS_METADATA',
              resourceType: 'catalog-entity',
              params: { key: 'name', value: 'payments' },
            },
          ],
        }),
      }),
    );
    const { body } = await portal.get(`/campaigns/${campaignId}`).expect(200);
    portal.permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
    );
    expect(body.progress.entities).toEqual({ done: 2, total: 2 });
    expect(body.teams).toMatchObject([{ teamRef: PAYMENTS }]);
    expect(JSON.stringify(body)).not.toMatch(/formula|orphan|discovery/);
    await portal.get('/campaigns/nope').expect(404);
  });
});
