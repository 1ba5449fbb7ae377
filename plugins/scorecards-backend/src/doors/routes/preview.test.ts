import { TestDatabases } from '@backstage/backend-test-utils';
import { ScorecardEntityV1alpha1 } from '@fairlead/backstage-plugin-scorecards-common';
import { stringify } from 'yaml';
import { PreviewSchema } from '../schema/preview';
import { entities as light, readiness } from './__testUtils__/fixtures';
import { heavyComponents, HOSTILE_SCORECARDS } from './__testUtils__/hostile';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function changed(change: (spec: typeof readiness.spec) => void) {
  const scorecard: ScorecardEntityV1alpha1 = structuredClone(readiness);
  change(scorecard.spec);
  return scorecard;
}

/** Builds of up to 30 minutes will do, and the description no longer matters to search. */
const stricter = changed(spec => {
  spec.checks[1] = {
    ...spec.checks[1],
    level: 'bronze',
    rule: { 'facts.ci.build.minutes': { $lte: 30 } },
  };
});

describe.each(databases.eachSupportedId())('POST /preview (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({ db: await databases.init(id) });
  });

  it('changes nothing for the definition in force', async () => {
    const { body } = await portal
      .post('/preview', { scorecard: stringify(readiness) })
      .expect(200);
    expect(PreviewSchema.parse(body)).toMatchObject({
      problems: [],
      totals: {
        before: { none: 2, bronze: 2, silver: 1 },
        after: { none: 2, bronze: 2, silver: 1 },
      },
    });
    for (const { before, after } of body.entities) {
      expect(after).toMatchObject(before);
    }
  });

  it('lists those that lose a level first, then those that gain one, with reasons', async () => {
    const { body } = await portal
      .post('/preview', { scorecard: stricter })
      .expect(200);
    const { totals, entities } = PreviewSchema.parse(body);
    expect(totals).toEqual({
      before: { none: 2, bronze: 2, silver: 1 },
      after: { none: 3, bronze: 0, silver: 2 },
    });
    expect(
      entities.map(({ entityRef, before, after }) => [
        entityRef.split('/')[1],
        before?.level,
        after.level,
      ]),
    ).toEqual([
      ['search', 'bronze', null],
      ['cart', 'bronze', 'silver'],
      ['formula', null, null],
      ['orphan', null, null],
      ['checkout', 'silver', 'silver'],
    ]);
    expect(entities[1].after.checks).toContainEqual({
      id: 'fast',
      status: 'pass',
      reason: expect.stringContaining('30'),
    });
  });

  it('gives the same list in pages', async () => {
    const { body: all } = await portal.post('/preview', {
      scorecard: stricter,
    });
    const seen = [];
    let cursor: string | undefined;
    do {
      const { body } = await portal
        .post('/preview', { scorecard: stricter, limit: 2, cursor })
        .expect(200);
      expect(body.totals).toEqual(all.totals);
      seen.push(...body.entities);
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all.entities);
    await portal
      .post('/preview', { scorecard: readiness, cursor: 'abc' })
      .expect(400);
  });

  it('judges only the entities named', async () => {
    const { body } = await portal
      .post('/preview', {
        scorecard: stricter,
        entityRefs: ['component:cart', 'component:default/nobody'],
      })
      .expect(200);
    expect(body).toMatchObject({
      totals: {
        before: { none: 0, bronze: 1, silver: 0 },
        after: { none: 0, bronze: 0, silver: 1 },
      },
      entities: [{ entityRef: 'component:default/cart' }],
    });
  });

  it('tells a new scorecard from one that has results', async () => {
    const scorecard = { ...readiness, metadata: { name: 'brand-new' } };
    const { body } = await portal.post('/preview', { scorecard }).expect(200);
    expect(body.totals.before).toBeNull();
    expect(body.totals.after).toEqual({ none: 2, bronze: 2, silver: 1 });
    expect(body.entities[0].before).toBeNull();
  });

  it('lists an entity that the definition leaves out as losing its level', async () => {
    const scorecard = changed(spec => {
      spec.appliesTo = { kind: 'Component', 'metadata.name': 'cart' };
    });
    const { body } = await portal.post('/preview', { scorecard }).expect(200);
    expect(body.totals.after).toEqual({ none: 0, bronze: 1, silver: 0 });
    expect(body.entities[0].after).toEqual({
      level: null,
      score: null,
      checks: [],
    });
    expect(body.entities).toHaveLength(5);
  });

  it('stores nothing', async () => {
    const before = await portal.get('/scorecards/default/readiness/entities');
    await portal.post('/preview', { scorecard: stricter }).expect(200);
    await portal.evaluate();
    const after = await portal.get('/scorecards/default/readiness/entities');
    expect(after.body).toEqual(before.body);
  });

  it.each([
    [
      'an unknown fact',
      changed(spec => {
        spec.checks[1].rule = { 'facts.ci.build.minute': { $lte: 10 } };
      }),
      'spec.checks[1].rule',
    ],
    [
      'a level that is not listed',
      changed(spec => {
        spec.checks[0].level = 'gold';
      }),
      'spec.checks[0].level',
    ],
    ['text that is no YAML', '{', ''],
    ['no text', '', ''],
    ['aliases that multiply', bomb(), ''],
    ['lists nested without end', '['.repeat(50_000), ''],
  ])(
    'answers %s with the problem and evaluates nothing',
    async (_, scorecard, path) => {
      const { body } = await portal.post('/preview', { scorecard }).expect(200);
      expect(PreviewSchema.parse(body)).toMatchObject({
        totals: { before: null, after: {} },
        entities: [],
      });
      expect(body.problems[0]).toEqual({
        path: expect.stringContaining(path),
        message: expect.any(String),
      });
    },
  );

  it('refuses a body larger than 256 KiB', async () => {
    await portal
      .post('/preview', { scorecard: 'x'.repeat(256 * 1024) })
      .expect(413);
  });
});

describe.each(databases.eachSupportedId())(
  'POST /preview of hostile definitions (%s)',
  id => {
    const HEAVY = 20;
    let portal: Awaited<ReturnType<typeof startScorecards>>;

    beforeAll(async () => {
      portal = await startScorecards({
        db: await databases.init(id),
        entities: [...light, ...heavyComponents(HEAVY)],
      });
    });

    it.each(Object.keys(HOSTILE_SCORECARDS))(
      'answers %s, and others meanwhile',
      async name => {
        const [preview, other] = await Promise.all([
          portal.post('/preview', {
            scorecard: HOSTILE_SCORECARDS[name],
            limit: 500,
          }),
          portal.get('/scorecards'),
        ]);
        expect([preview.status, other.status]).toEqual([200, 200]);
        const { problems, entities } = PreviewSchema.parse(preview.body);
        expect(problems.length).toBeLessThanOrEqual(100);
        expect(entities).toHaveLength(problems.length > 0 ? 0 : 5 + HEAVY);
      },
    );

    it('runs few of them at once, and says when to come back', async () => {
      const scorecard =
        HOSTILE_SCORECARDS['long lists for each element of a long list'];
      const answers = await Promise.all(
        Array.from({ length: 40 }, () =>
          portal.post('/preview', { scorecard, limit: 1 }),
        ),
      );
      const refused = answers.filter(({ status }) => status !== 200);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThan(answers.length);
      for (const { status, headers, body } of refused) {
        expect(status).toBe(503);
        expect(headers['retry-after']).toBe('10');
        expect(body.error.message).toContain('Too many previews');
      }
    });

    it('ends a page of much text early, and goes on with the next', async () => {
      const scorecard = changed(spec => {
        spec.checks = Array.from({ length: 40 }, (_, index) => ({
          ...spec.checks[0],
          id: `check-${index}`,
          rule: {
            $all: Array.from({ length: 9 }, (__, other) => ({
              'metadata.description': {
                $in: [`${index}${other}`, ...new Array(6).fill('x'.repeat(70))],
              },
            })),
          },
        }));
      });
      const seen: string[] = [];
      const sizes: number[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await portal
          .post('/preview', { scorecard, limit: 500, cursor })
          .expect(200);
        seen.push(
          ...body.entities.map((each: { entityRef: string }) => each.entityRef),
        );
        sizes.push(JSON.stringify(body).length);
        cursor = body.nextCursor;
      } while (cursor);
      expect(new Set(seen).size).toBe(5 + HEAVY);
      expect(seen).toHaveLength(5 + HEAVY);
      expect(sizes.length).toBeGreaterThan(1);
      expect(Math.max(...sizes)).toBeLessThan(1_500_000);
    });
  },
);

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level += 1) {
    const alias = `*a${level - 1}`;
    lines.push(
      `a${level}: &a${level} [${new Array(9).fill(alias).join(', ')}]`,
    );
  }
  return lines.join('\n');
}
