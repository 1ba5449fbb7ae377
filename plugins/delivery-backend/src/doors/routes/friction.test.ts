import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FrictionResponse } from '@fairlead/backstage-plugin-delivery-common';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { CATALOG_CONDITION } from '../../__testUtils__/decisions';
import { entities } from '../../__testUtils__/entities';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { claiming } from '../../__testUtils__/startMatching';
import { FrictionReportSchema, FrictionSchema } from '../schema/friction';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const CHECKOUT = '/entities/component/default/checkout';
const LED = '/entities/component/default/led';
const REPORT = { kind: 'waiting', note: 'For a review', minutes: 30 };

/** A system that nothing is part of. */
const limits = {
  ...claiming('limits', {}),
  kind: 'System',
  relations: [],
};

/** A component that one person owns. */
const led = {
  ...claiming('led', {}),
  relations: [{ type: 'ownedBy', targetRef: 'user:default/lead' }],
};

describe.each(databases.eachSupportedId())('friction routes (%s)', id => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    portal = await startDelivery({
      db: await databases.init(id),
      entities: [...entities, led, limits],
    });
    await portal.run('sync-catalog');
  });

  const as = (name: string) => ({
    get: (path: string) =>
      portal
        .get(path)
        .set(
          'Authorization',
          mockCredentials.user.header(`user:default/${name}`),
        ),
    post: (path: string, body: object = {}) =>
      portal
        .post(path, body)
        .set(
          'Authorization',
          mockCredentials.user.header(`user:default/${name}`),
        ),
  });

  async function sumsOf(path: string) {
    const { body } = await portal.get(`${path}/friction`).expect(200);
    const { weeks }: FrictionResponse = FrictionSchema.parse(body);
    return weeks.reduce((sum, week) => sum + week.minutes, 0);
  }

  it('sums reports for the entity, what it is part of, and its owners, and for nobody else', async () => {
    const { body: report } = await portal
      .post(`${CHECKOUT}/friction-reports`, REPORT)
      .expect(201);
    expect(FrictionReportSchema.parse(report)).toMatchObject({
      ...REPORT,
      entityRef: 'component:default/checkout',
      isOwn: true,
    });
    await portal
      .post('/entities/component/default/search/friction-reports', {
        kind: 'poor-tooling',
        minutes: 5,
      })
      .expect(201);

    expect(await sumsOf(CHECKOUT)).toBe(30);
    expect(await sumsOf('/entities/system/default/shop')).toBe(35);
    expect(await sumsOf('/entities/group/default/payments')).toBe(30);
    expect(await sumsOf('/entities/group/default/engineering')).toBe(35);
    expect(await sumsOf('/entities/group/default/discovery')).toBe(5);
    expect(await sumsOf(LED)).toBe(0);
  });

  it('shows single reports to the owning team, their own to others, and no name to anybody', async () => {
    await as('mira').post(`${LED}/friction-reports`, REPORT).expect(201);
    await as('lead')
      .post(`${LED}/friction-reports`, { kind: 'fragile-system', minutes: 1 })
      .expect(201);

    const { body: owner } = await as('lead').get(`${LED}/friction`);
    expect(owner.reports).toMatchObject([
      { kind: 'fragile-system', isOwn: true },
      { ...REPORT, isOwn: false },
    ]);
    expect(JSON.stringify(owner)).not.toMatch(/mira|lead/);

    const { body: reporter } = await as('mira').get(`${LED}/friction`);
    expect(reporter.reports).toMatchObject([{ ...REPORT, isOwn: true }]);
    expect(reporter.weeks).toEqual(owner.weeks);

    const { body: stranger } = await as('nina').get(`${LED}/friction`);
    expect(stranger).not.toHaveProperty('reports');
    const { body: service } = await portal.asService.get(`${LED}/friction`);
    expect(service).not.toHaveProperty('reports');
    expect(service.weeks).toEqual(owner.weeks);
  });

  it('takes the same report again for one that was sent twice', async () => {
    const path = '/entities/system/default/shop/friction-reports';
    const answers = await Promise.all(
      [1, 2, 3].map(() => as('twice').post(path, REPORT).expect(201)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const { body: other } = await as('twice')
      .post(path, { ...REPORT, minutes: 31 })
      .expect(201);
    expect(other.id).not.toBe(answers[0].body.id);
  });

  it('lets a reporter take a report back, and nobody else', async () => {
    const path = '/entities/component/default/search/friction-reports';
    const { body } = await as('olga').post(path, REPORT).expect(201);
    await as('mira').post(`${path}/${body.id}/withdrawal`).expect(404);
    await as('olga')
      .post(`${CHECKOUT}/friction-reports/${body.id}/withdrawal`)
      .expect(404);
    const { body: gone } = await as('olga')
      .post(`${path}/${body.id}/withdrawal`)
      .expect(200);
    expect(gone).toEqual({ id: body.id });
    await as('olga').post(`${path}/${body.id}/withdrawal`).expect(404);
  });

  it('takes only so much of one person in seven days, however fast it comes', async () => {
    const systemPath = '/entities/system/default/limits/friction-reports';
    const send = (minutes: number) =>
      as('keen').post(systemPath, { kind: 'waiting', minutes });
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, n) => send(n + 1)),
    );
    const taken = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 429);
    expect([taken.length, refused.length]).toEqual([20, 5]);
    expect(refused[0].body.error).toMatchObject({
      name: 'TooManyRequestsError',
      message: expect.stringMatching(
        /at most 20 times and 60 hours in seven days; take one of yours back, or report this after \d{4}-/,
      ),
    });
    await as('other').post(systemPath, REPORT).expect(201);
    await as('keen')
      .post(`${systemPath}/${taken[0].body.id}/withdrawal`)
      .expect(200);
    await send(2_400).expect(201);
  });

  it.each([
    [{ ...REPORT, kind: 'boredom' }, /'kind'/],
    [{ ...REPORT, minutes: 0 }, /'minutes'/],
    [{ ...REPORT, minutes: 2401 }, /'minutes'/],
    [{ ...REPORT, minutes: 1.5 }, /'minutes'/],
    [{ ...REPORT, note: 'x'.repeat(2001) }, /'note'/],
    [{ ...REPORT, reportedBy: 'user:default/boss' }, /reportedBy/],
    [[], /Body/],
  ])('refuses %j', async (body, message) => {
    const answer = await portal
      .post(`${CHECKOUT}/friction-reports`, body)
      .expect(400);
    expect(answer.body.error.message).toMatch(message);
  });

  it('takes a window in days as in times, to the millisecond', async () => {
    const weeksOf = async (query: string) =>
      (await portal.get(`${CHECKOUT}/friction?${query}`).expect(200)).body
        .weeks;
    const days = await weeksOf('from=2026-03-02&to=2026-03-16');
    expect(days).toHaveLength(2);
    expect(
      await weeksOf('from=2026-03-02T00:00:00Z&to=2026-03-16T00:00:00Z'),
    ).toEqual(days);
    const moment = await weeksOf(
      'from=2026-03-15T23:59:59Z&to=2026-03-16T00:00:00.001Z',
    );
    expect(moment).toHaveLength(2);
  });

  it.each([
    ['from=yesterday', /'from'/],
    ['from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z', /must lie before/],
    ['from=2000-01-01T00:00:00Z&to=2026-05-01T00:00:00Z', /800 days/],
    ['to=2026-13-01', /'to'/],
    ['view=then', /view/],
  ])('refuses the window %s', async (query, message) => {
    const { body } = await portal.get(`${CHECKOUT}/friction?${query}`);
    expect(body.response.statusCode).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it('shows and takes nothing of persons, be they known or not', async () => {
    const answers = await Promise.all([
      as('lead').get('/entities/user/default/lead/friction').expect(404),
      as('lead').get('/entities/user/default/nobody/friction').expect(404),
      as('lead')
        .post('/entities/user/default/lead/friction-reports', REPORT)
        .expect(404),
    ]);
    const messages = answers.map(({ body }) => body.error.message);
    expect(new Set(messages)).toEqual(
      new Set([
        'There is nothing measured of single persons; ask for their teams',
      ]),
    );
  });

  it('answers 404 for an entity that does not exist, and lets only people report', async () => {
    const unknown = '/entities/component/default/nobody';
    const { body } = await portal.get(`${unknown}/friction`).expect(404);
    expect(body.error.message).toContain('component:default/nobody');
    await portal.post(`${unknown}/friction-reports`, REPORT).expect(404);
    await portal.asService
      .post(`${CHECKOUT}/friction-reports`, REPORT)
      .expect(403);
  });

  describe('with conditions on catalog entities', () => {
    beforeEach(() => {
      const seen = catalogServiceMock({
        entities: entities.filter(({ metadata }) =>
          ['search', 'engineering', 'shop'].includes(metadata.name),
        ),
      });
      jest
        .spyOn(portal.catalog, 'getEntitiesByRefs')
        .mockImplementation((request, options) =>
          seen.getEntitiesByRefs(request, options),
        );
      jest
        .spyOn(portal.catalog, 'getEntityFacets')
        .mockImplementation((request, options) =>
          seen.getEntityFacets(request, options),
        );
      portal.permissions.authorizeConditional.mockImplementation(
        async requests =>
          requests.map(({ permission }) =>
            permission.name === 'catalog.entity.read'
              ? CATALOG_CONDITION
              : ALLOW,
          ),
      );
    });

    it('hides entities that the catalog hides, and leaves them out of sums', async () => {
      await portal.get(`${CHECKOUT}/friction`).expect(404);
      await portal.post(`${CHECKOUT}/friction-reports`, REPORT).expect(404);
      await portal.get('/entities/group/default/payments/friction').expect(404);
      expect(await sumsOf('/entities/group/default/engineering')).toBe(
        5 + 30 + 31,
      );
    });
  });
});
