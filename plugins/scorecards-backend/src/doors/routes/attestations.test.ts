import { TestDatabases } from '@backstage/backend-test-utils';
import { ScorecardEntityV1alpha1 } from '@fairlead/backstage-plugin-scorecards-common';
import { AttestationSchema } from '../schema/attestations';
import { entities, readiness } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const GROWTH = 'scorecard:default/growth';

const growth: ScorecardEntityV1alpha1 = {
  ...readiness,
  metadata: { name: 'growth', namespace: 'default', uid: 'uid-growth' },
  spec: {
    owner: 'group:default/platform',
    appliesTo: { kind: 'Component' },
    levels: ['bronze'],
    checks: [
      {
        id: 'carries',
        title: 'Carries ten times the users',
        level: 'bronze',
        question: {
          text: 'Will it carry ten times the users?',
          alsoAnsweredBy: ['group:default/search'],
        },
      },
    ],
  },
};

const ANSWER = {
  scorecardRef: 'growth',
  checkId: 'carries',
  entityRef: 'component:default/cart',
  choice: 'yes',
};

describe.each(databases.eachSupportedId())('attestation routes (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({
      db: await databases.init(id),
      entities: [...entities, growth],
      teams: ['group:default/payments'],
    });
  });

  const checkOf = async (entity: string) => {
    const { body } = await portal
      .get(`/entities/component/default/${entity}`)
      .expect(200);
    return body.scorecards.find(
      ({ scorecardRef }: { scorecardRef: string }) => scorecardRef === GROWTH,
    ).checks[0];
  };

  it('take an answer, show it beside its question, and count it', async () => {
    expect(await checkOf('cart')).toMatchObject({
      status: 'no-data',
      question: {
        text: 'Will it carry ten times the users?',
        choices: [{ id: 'yes', passes: true }, { id: 'partly' }, { id: 'no' }],
        evidence: 'optional',
        expiresAfter: '180d',
        teams: [
          { side: 'entity-owner', teamRef: 'group:default/payments' },
          { side: 'named-team', teamRef: 'group:default/search' },
        ],
      },
      answers: [],
    });
    const { body: answer } = await portal
      .post('/attestations', {
        ...ANSWER,
        text: 'Measured',
        evidence: [{ url: 'https://example.com/load', title: 'Load test' }],
      })
      .expect(201);
    expect(AttestationSchema.parse(answer)).toMatchObject({
      teamRef: 'group:default/payments',
      state: 'in-force',
      evidence: [{ url: 'https://example.com/load', title: 'Load test' }],
    });
    await portal.evaluate();
    expect(await checkOf('cart')).toMatchObject({
      status: 'pass',
      answers: [answer],
    });
    // A rule has neither.
    const { body } = await portal.get('/entities/component/default/cart');
    expect(JSON.stringify(body.scorecards[1])).not.toContain('question');
    // What is tried out knows the answers as well.
    const { body: preview } = await portal
      .post('/preview', { scorecard: growth, entityRefs: [ANSWER.entityRef] })
      .expect(200);
    expect(preview.entities[0].after.checks).toMatchObject([
      { id: 'carries', status: 'pass' },
    ]);
  });

  it.each<[object, number, RegExp]>([
    [{ choice: '' }, 400, /choice/],
    [{ choice: 'perhaps' }, 400, /'choice' takes one of/],
    ...[
      'data:text/html,x',
      'ftp://example.com',
      'https://user:secret@example.com',
      'nowhere',
    ].map((url): [object, number, RegExp] => [
      { evidence: [{ url }] },
      400,
      /evidence.*http or https/,
    ]),
    [{ evidence: Array(11).fill({ url: 'https://a.b' }) }, 400, /evidence/],
    [{ text: 'x'.repeat(4001) }, 400, /text/],
    [{ teamRef: 'search' }, 403, /Only members of/],
    [{ entityRef: 'component:default/search' }, 403, /Only members of/],
    [{ entityRef: 'component:default/nobody' }, 404, /There is no entity/],
    [{ scorecardRef: 'nothing' }, 404, /There is no scorecard/],
    [{ checkId: 'sinks' }, 404, /has no check/],
    [{ answeredBy: 'user:default/mira' }, 400, /answeredBy/],
  ])('refuse %j with %i', async (more, status, message) => {
    const { body } = await portal
      .post('/attestations', { ...ANSWER, ...more })
      .expect(status);
    expect(body.error.message.replace(/[\u2066-\u2069]/g, '')).toMatch(message);
  });

  it('settle with a reason, and only what is to be settled', async () => {
    const { body: answer } = await portal
      .post('/attestations', {
        ...ANSWER,
        entityRef: 'component:default/checkout',
      })
      .expect(201);
    const settle = (body: object, of = answer.id) =>
      portal.post(`/attestations/${of}/decisions`, body);
    await settle({ decision: 'settle' }).expect(400);
    await settle({ decision: 'approve', reason: 'x' }).expect(400);
    await settle({ decision: 'settle', reason: 'Seen' }).expect(409);
    await settle({ decision: 'settle', reason: 'Seen' }, 'none').expect(404);
  });
});
