import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  PlannedTask,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import {
  Contribution,
  ContributionPage,
  ContributionSource,
  FactJudge,
  FactVerdict,
} from '@fairlead/backstage-plugin-onboarding-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import { createDatabase } from '../../database/createDatabase';
import { DbJourneyTaskRow } from '../../database/tables';
import {
  createContributionIntake,
  Identities,
} from '../../intake/contributions';
import { writeContributions } from '../../intake/contributions/writeContributions';
import { lockJourneys } from '../../records/journeys';
import { FactVerifying, RecordVerifying } from '.';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const { signal } = new AbortController();

const HOUR = 3_600_000;
const KEPT_FOR = 400 * 24 * HOUR;
const START = Date.UTC(2026, 8, 1, 9);
const ANN = 'user:default/ann';
const at = (hours: number) => new Date(START + hours * HOUR).toISOString();

const task = (
  id: string,
  verifiedBy: PlannedTask['verifiedBy'],
): PlannedTask => ({
  id,
  title: id,
  links: [],
  ownerRef: 'group:default/quay',
  for: 'newcomer',
  after: [],
  optional: false,
  verifiedBy,
});

const PLAN: TrackPlan = {
  title: 'First month',
  purpose: 'onboarding',
  ownerRef: 'group:default/platform',
  milestones: [
    {
      id: 'month',
      title: 'First month',
      generate: [],
      tasks: [
        task('merge', { record: 'merged-change' }),
        task('merge-twice', { record: 'merged-change', times: 2 }),
        task('review', { record: 'review-given' }),
        task('charter', { fact: { 'facts.team.charter': true } }),
      ],
    },
  ],
};

type Told = ContributionPage['contributions'][number];

const merged = (
  key: string,
  hours: number,
  person = 'ann-login',
): Contribution => ({
  kind: 'merged-change',
  key,
  person,
  at: at(hours),
  entityRefs: ['component:default/shop'],
  title: `Change ${key}`,
  url: `https://example.com/${key}`,
  origin: 'person',
});

describe.each(databases.eachSupportedId())('verifying, %s', id => {
  let db: Knex;
  let now = START + 100 * HOUR;
  let logins: Record<string, string[]> = {};
  let told: Told[] = [];
  const clock = () => now;
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    db = await databases.init(id);
    await createDatabase(mockServices.database({ knex: db }));
  });

  beforeEach(async () => {
    await clear();
  });

  async function clear() {
    for (const table of [
      'journey_tasks',
      'journeys',
      'track_versions',
      'due_verifications',
      'contributions',
      'identities',
      'identified_users',
      'source_positions',
      'entities',
    ]) {
      await db(table).delete();
    }
    now = START + 100 * HOUR;
    logins = { [ANN]: [ANN, 'ann-login'] };
    told = [];
    await db('track_versions').insert({
      track_ref: 'onboardingtrack:default/month',
      version: 1,
      plan: JSON.stringify(PLAN),
      at: START,
    });
    await begin('j', ANN);
    await putTeam();
  }

  async function begin(journeyId: string, user: string) {
    await db('journeys').insert({
      id: journeyId,
      track_ref: 'onboardingtrack:default/month',
      version: 1,
      user_ref: user,
      team_ref: 'group:default/quay',
      occasion: 'self:1',
      started_by: 'self',
      start_at: START,
      start_from: 'told',
      state: 'not-started',
      passed_by: '[]',
      created_at: START,
    });
    await db('due_verifications').insert({ journey_id: journeyId });
    await db('journey_tasks').insert(
      PLAN.milestones[0].tasks.map(({ id: taskId, verifiedBy }, position) => ({
        journey_id: journeyId,
        task_id: taskId,
        milestone_id: 'month',
        position,
        doer: 'newcomer',
        verification: Object.keys(verifiedBy)[0],
        state: 'open',
        optional: false,
      })),
    );
  }

  async function putTeam() {
    await db('entities').insert({
      entity_ref: 'group:default/quay',
      uid: 'quay',
      kind: 'group',
      hash: 'h',
      changed_at: START,
      entity: JSON.stringify({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'quay' },
      }),
    });
  }

  const source: ContributionSource = {
    id: 'test',
    async *observe({ cursor = '0' }) {
      for (let from = Number(cursor); from < told.length; from += 2) {
        const page = told.slice(from, from + 2);
        yield { contributions: page, cursor: String(from + page.length) };
      }
    },
    identify: async refs =>
      refs.map(userRef => ({ userRef, persons: logins[userRef] ?? [] })),
  };

  /** What the schedule does. */
  async function run() {
    const options = {
      clock,
      db,
      keptFor: KEPT_FOR,
      logger,
      sources: [source],
    };
    await Identities.create(options).run({ signal });
    await createContributionIntake(options).run({ signal });
    await RecordVerifying.create(options).run({ signal });
  }

  async function judgeFacts(verdict: FactVerdict) {
    const judge: jest.Mocked<FactJudge> = {
      judge: jest.fn(async questions => questions.map(() => verdict)),
    };
    await FactVerifying.create({ clock, db, judge, logger }).run({ signal });
    return judge;
  }

  const tasks = async (journeyId = 'j') => {
    const rows: DbJourneyTaskRow[] = await db<DbJourneyTaskRow>('journey_tasks')
      .where('journey_id', journeyId)
      .orderBy('task_id');
    return Object.fromEntries(
      rows.map(row => [
        row.task_id,
        {
          state: row.state,
          ...(row.done_at !== null && {
            doneAt: new Date(Number(row.done_at)).toISOString(),
            holds: Boolean(row.holds),
            evidence: JSON.parse(row.evidence!),
          }),
        },
      ]),
    );
  };
  const revision = async () => (await db('journeys').first()).revision;

  it('completes a task by the work that shows it, with the record, and nothing by the work of others', async () => {
    told = [merged('a', 5), merged('b', 2, 'somebody')];
    await run();
    expect(await tasks()).toMatchObject({
      merge: {
        state: 'done',
        doneAt: at(5),
        holds: true,
        evidence: {
          by: 'record',
          title: 'Change a',
          url: 'https://example.com/a',
          origin: 'person',
          entityRefs: ['component:default/shop'],
        },
      },
      'merge-twice': { state: 'open' },
      review: { state: 'open' },
    });
    expect(await db('journeys').first()).toMatchObject({ state: 'on-the-way' });
  });

  it('keeps the time of what was verified when the record is taken back, and says that it holds no more', async () => {
    told = [merged('a', 5)];
    await run();
    told.push({ kind: 'removed', key: 'a' });
    await run();
    expect(await tasks()).toMatchObject({
      merge: { state: 'done', doneAt: at(5), holds: false },
    });
    told.push(merged('b', 9));
    await run();
    expect(await tasks()).toMatchObject({
      merge: { state: 'done', doneAt: at(5), holds: true },
    });
  });

  it('takes nothing back for records that are kept no longer', async () => {
    told = [merged('a', 5), merged('b', 6)];
    await run();
    now = START + KEPT_FOR + 10 * HOUR;
    await db('contributions')
      .where('at', '<', now - KEPT_FOR)
      .delete();
    told.push(merged('c', 100));
    await run();
    expect(await tasks()).toMatchObject({
      merge: { state: 'done', doneAt: at(5), holds: true },
      'merge-twice': { state: 'done', doneAt: at(6), holds: true },
    });
  });

  it('finds the work of somebody whose login becomes known later', async () => {
    logins = { [ANN]: [ANN] };
    told = [merged('a', 5)];
    await run();
    expect(await tasks()).toMatchObject({ merge: { state: 'open' } });
    logins = { [ANN]: [ANN, 'ann-login'] };
    await run();
    expect(await tasks()).toMatchObject({ merge: { state: 'open' } });
    now += 25 * HOUR;
    await run();
    expect(await tasks()).toMatchObject({
      merge: { state: 'done', doneAt: at(5) },
    });
  });

  it('asks at once what stands for a user who has just changed', async () => {
    logins = { [ANN]: [ANN] };
    told = [merged('a', 5)];
    await run();
    await db('entities').insert({
      entity_ref: ANN,
      uid: 'ann',
      kind: 'user',
      hash: 'h',
      changed_at: now,
      entity: '{}',
    });
    await run();
    logins = { [ANN]: [ANN, 'ann-login'] };
    now += 60_000;
    await run();
    expect(await tasks()).toMatchObject({ merge: { state: 'done' } });
  });

  it('writes nothing when it runs again', async () => {
    told = [merged('a', 5)];
    await run();
    const before = await revision();
    told.push(merged('a', 5));
    await run();
    await run();
    expect(await revision()).toBe(before);
  });

  it('leaves out what cannot be read', async () => {
    told = [
      merged('when', 1, 'ann-login'),
      { ...merged('when', 1), at: 'soon' },
      { ...merged('what', 1), kind: 'dance' as never },
      { ...merged('whose', 1), person: '' },
      { ...merged('where', 1), url: 'file:///etc/passwd', entityRefs: ['?'] },
    ];
    await run();
    expect(await db('contributions').pluck('key')).toEqual(['where']);
    expect((await tasks()).merge.evidence).toEqual({
      by: 'record',
      title: 'Change where',
      origin: 'person',
    });
  });

  it('comes to the same in whatever order and how often work is told', async () => {
    const story = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c'),
        hours: fc.integer({ min: -48, max: 48 }),
        isRemoved: fc.boolean(),
      }),
      { selector: ({ key }) => key, minLength: 1 },
    );
    const end = async (records: Told[]) => {
      await clear();
      for (const one of records) {
        told.push(one);
        await run();
      }
      // What is done keeps its first time, so only what is done is the same for all orders.
      return Object.fromEntries(
        Object.entries(await tasks()).map(([name, { state }]) => [name, state]),
      );
    };
    await fc.assert(
      fc.asyncProperty(
        story.chain(all => {
          const records = all.map(
            ({ key, hours, isRemoved }): Told =>
              isRemoved ? { kind: 'removed', key } : merged(key, hours),
          );
          return fc.record({
            records: fc.constant(records),
            again: fc.shuffledSubarray([...records, ...records], {
              minLength: 2 * records.length,
            }),
          });
        }),
        async ({ records, again }) => {
          expect(await end(again)).toEqual(await end(records));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('verifies by facts of the team, asked once for all its newcomers', async () => {
    await begin('k', 'user:default/bob');
    const judge = await judgeFacts({ holds: true, reason: 'There is one' });
    expect(judge.judge).toHaveBeenCalledTimes(1);
    expect(judge.judge.mock.calls[0][0]).toEqual([
      expect.objectContaining({
        entity: expect.objectContaining({ kind: 'Group' }),
        rule: { 'facts.team.charter': true },
      }),
    ]);
    const done = {
      charter: {
        state: 'done',
        holds: true,
        evidence: {
          by: 'fact',
          title: 'There is one',
          entityRefs: ['group:default/quay'],
        },
      },
    };
    expect(await tasks()).toMatchObject(done);
    expect(await tasks('k')).toMatchObject(done);

    await judgeFacts({ holds: 'unknown' });
    expect(await tasks()).toMatchObject(done);
    await judgeFacts({ holds: false });
    expect(await tasks()).toMatchObject({
      charter: { state: 'done', holds: false },
    });
  });

  it.each<[FactVerdict['holds']]>([[false], ['unknown']])(
    'leaves a task open where a rule comes to %s',
    async holds => {
      await judgeFacts({ holds });
      expect(await tasks()).toMatchObject({ charter: { state: 'open' } });
    },
  );

  it('verifies the rest where another replica dies within it', async () => {
    told = [merged('a', 5), merged('b', 6)];
    const dying = db.transaction(async tx => {
      await tx('due_verifications').delete();
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    await Promise.all([run(), run()]);
    await run();
    expect(await tasks()).toMatchObject({
      merge: { state: 'done', doneAt: at(5) },
      'merge-twice': { state: 'done', doneAt: at(6) },
    });
  });

  // SQLite has one writer at a time.
  if (id.startsWith('POSTGRES')) {
    it('verifies again what is told while it verifies', async () => {
      told = [merged('a', 5)];
      await Identities.create({ clock, db, logger, sources: [source] }).run({
        signal,
      });
      const telling = await db.transaction();
      await writeContributions(
        telling,
        { contributions: [merged('b', 6)], cursor: '' },
        { sourceId: source.id },
      );
      await run();
      expect(await tasks()).toMatchObject({
        merge: { state: 'done' },
        'merge-twice': { state: 'open' },
      });
      await telling.commit();
      await run();
      expect(await tasks()).toMatchObject({ 'merge-twice': { state: 'done' } });
    });

    it('waits for nobody who has a journey in hand, and verifies it once it is free', async () => {
      await begin('k', 'user:default/bob');
      logins['user:default/bob'] = ['bob-login'];
      told = [merged('a', 5), merged('b', 5, 'bob-login')];
      const changing = await db.transaction();
      await lockJourneys(changing, ['j']);
      await run();
      expect(await tasks()).toMatchObject({ merge: { state: 'open' } });
      expect(await tasks('k')).toMatchObject({ merge: { state: 'done' } });
      await changing.commit();
      await run();
      expect(await tasks()).toMatchObject({ merge: { state: 'done' } });
    });
  }
});
