import { mockApis, registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { ScorecardsApi } from './ScorecardsApi';
import { ScorecardsClient } from './ScorecardsClient';

const BASE = 'http://localhost:7007/api/scorecards';

describe('ScorecardsClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const client = ScorecardsClient.create({
    fetchApi: mockApis.fetch({
      resolvePluginProtocol: {
        discoveryApi: {
          getBaseUrl: async id => `http://localhost:7007/api/${id}`,
        },
      },
    }),
  });

  const answerAndRecord = (answer: object = { items: [] }) => {
    const requests: { line: string; body?: unknown }[] = [];
    server.use(
      http.all(`${BASE}/*`, async ({ request }) => {
        const { pathname, search } = new URL(request.url);
        const path = pathname.replace('/api/scorecards', '');
        const text = await request.text();
        requests.push({
          line: `${request.method} ${path}${search}`,
          ...(text && { body: JSON.parse(text) }),
        });
        return HttpResponse.json(answer);
      }),
    );
    return requests;
  };

  it.each<[string, (api: ScorecardsApi) => Promise<unknown>, string, object?]>([
    [
      'the scorecards of an entity',
      api => api.getEntityScorecards('component:default/x'),
      'GET /entities/component/default/x',
    ],
    [
      'an entity with a name that needs encoding',
      api => api.getEntityScorecards('component:default/a#b'),
      'GET /entities/component/default/a%23b',
    ],
    [
      'the facts of an entity',
      api => api.getEntityFacts('component:default/x'),
      'GET /facts/component/default/x',
    ],
    [
      'a page of transitions',
      api =>
        api.getEntityTransitions('component:default/x', {
          scorecardRef: 'scorecard:default/s',
          limit: 5,
        }),
      'GET /entities/component/default/x/transitions?scorecardRef=scorecard%3Adefault%2Fs&limit=5',
    ],
    [
      'how a check is mended',
      api =>
        api.getFix({
          entityRef: 'component:default/x',
          scorecardRef: 'scorecard:default/s',
          checkId: 'c',
        }),
      'GET /entities/component/default/x/fixes/default/s/c',
    ],
    [
      'the levels of many entities',
      api => api.getEntityLevels(['component:default/x']),
      'POST /entities/by-refs',
      { entityRefs: ['component:default/x'] },
    ],
    [
      'the scorecards of a team',
      api => api.getOwnerScorecards('group:default/team'),
      'GET /owners/group/default/team',
    ],
    ['all scorecards', api => api.listScorecards(), 'GET /scorecards'],
    [
      'one scorecard',
      api => api.getScorecard('scorecard:default/s'),
      'GET /scorecards/default/s',
    ],
    [
      'a filtered page of entities',
      api =>
        api.listScorecardEntities('scorecard:default/s', {
          status: 'fail',
          check: 'c',
          text: '',
        }),
      'GET /scorecards/default/s/entities?status=fail&check=c',
    ],
    [
      'a rollup',
      api => api.getRollup('scorecard:default/s', 'owner'),
      'GET /scorecards/default/s/rollup?by=owner',
    ],
    [
      'a history',
      api => api.getHistory('scorecard:default/s', { from: '2026-01-01' }),
      'GET /scorecards/default/s/history?from=2026-01-01',
    ],
    [
      'a preview',
      api => api.preview({ scorecard: 'kind: Scorecard' }),
      'POST /preview',
      { scorecard: 'kind: Scorecard' },
    ],
    ['the known facts', api => api.listFacts(), 'GET /facts'],
    ['the fact sources', api => api.listSources(), 'GET /sources'],
    ['the health', api => api.getHealth(), 'GET /health'],
    [
      'the versions of a scorecard',
      api => api.listScorecardVersions('scorecard:default/s'),
      'GET /scorecards/default/s/versions',
    ],
    [
      'one version of a scorecard',
      api => api.getScorecardVersion('scorecard:default/s', 2),
      'GET /scorecards/default/s/versions/2',
    ],
    [
      'waivers',
      api => api.listWaivers({ inEffect: false, waitingFor: 'me' }),
      'GET /waivers?waitingFor=me&inEffect=false',
    ],
    ['a waiver with its log', api => api.getWaiver('w1'), 'GET /waivers/w1'],
    [
      'a waiver',
      api =>
        api.requestWaiver({
          scorecardRef: 'scorecard:default/s',
          checkId: 'c',
          entityRef: 'component:default/x',
          reason: 'r',
          expiresAt: '2027-01-01T00:00:00Z',
        }),
      'POST /waivers',
      {
        scorecardRef: 'scorecard:default/s',
        checkId: 'c',
        entityRef: 'component:default/x',
        reason: 'r',
        expiresAt: '2027-01-01T00:00:00Z',
      },
    ],
    [
      'a decision on a waiver',
      api => api.decideWaiver('w1', { decision: 'reject', reason: 'no' }),
      'POST /waivers/w1/decisions',
      { decision: 'reject', reason: 'no' },
    ],
  ])('asks for %s', async (...row) => {
    const [, call, line, body] = row;
    const requests = answerAndRecord();
    await call(client);
    expect(requests).toEqual([{ line, ...(body && { body }) }]);
  });

  it('downloads a list as CSV', async () => {
    server.use(
      http.get(`${BASE}/scorecards/default/s/entities`, ({ request }) =>
        HttpResponse.text(
          new URL(request.url).searchParams.get('format') ?? '',
        ),
      ),
    );
    const csv = await client.getScorecardEntitiesCsv('scorecard:default/s');
    expect(csv.size).toBe('csv'.length);
  });

  it('turns a refusal into an error with its status and message', async () => {
    server.use(
      http.get(`${BASE}/scorecards`, () =>
        HttpResponse.json(
          { error: { name: 'NotAllowedError', message: 'no' } },
          { status: 403 },
        ),
      ),
    );
    await expect(client.listScorecards()).rejects.toMatchObject({
      statusCode: 403,
      message: expect.stringContaining('403'),
    });
  });
});
