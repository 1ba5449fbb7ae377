import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject, JsonValue } from '@backstage/types';
import {
  DeliveryRecord,
  mergeAll,
  observe,
} from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';
import { startIntake } from '../../__testUtils__/startIntake';
import {
  createTestSource,
  tells,
  TestPayload,
} from '../../__testUtils__/testSource';
import { leaseDeliveries } from './leaseDeliveries';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(300_000);

const AT = '2026-03-01T10:00:00.000Z';

const run = (runId: string, fields: Record<string, unknown> = {}) => ({
  kind: 'run',
  repo: 'acme/checkout',
  runId,
  attempt: 1,
  ...fields,
});

const instants = fc
  .integer({ min: 0, max: 9 })
  .map(hour => `2026-03-01T0${hour}:00:00.000Z`);

/** The same said by another delivery, which is not the same delivery again. */
const again = (payload: JsonObject, nonce: number) =>
  ({ ...payload, nonce } as unknown as TestPayload & JsonObject);

/** Few runs with few values, so that deliveries meet. */
const payloads = fc
  .record({
    at: instants,
    nonce: fc.nat(1_000_000),
    records: fc.array(
      fc
        .record(
          {
            runId: fc.constantFrom('1', '2', '3'),
            createdAt: instants,
            finishedAt: instants,
            branch: fc.constantFrom('main', 'topic'),
            status: fc.record({
              state: fc.constantFrom('queued', 'in_progress', 'completed'),
              at: instants,
            }),
          },
          { requiredKeys: ['runId'] },
        )
        .map(({ runId, ...fields }) => run(runId, fields)),
      { maxLength: 3 },
    ),
  })
  .map(({ at, nonce, records }) => again(tells(at, ...records), nonce));

const withoutReceipt = (records: readonly DeliveryRecord[]) =>
  records.map(({ observedAt, ...record }) => record);

/** What the payloads tell, by the rules of the records alone. */
function expectedOf(told: readonly TestPayload[]): unknown[] {
  return withoutReceipt(
    mergeAll(
      told.flatMap(({ at, records = [] }) =>
        records.map(record =>
          observe(record, {
            occurredAt: at,
            observedAt: AT,
            via: 'test.webhook',
          }),
        ),
      ),
    ),
  );
}

describe.each(databases.eachSupportedId())('deliveries, %s', id => {
  async function start(
    options: { sources?: Parameters<typeof startIntake>[0]['sources'] } = {},
  ) {
    const intake = await startIntake({
      db: await databases.init(id),
      ...options,
    });
    const source = intake.sources.list()[0];
    return {
      ...intake,
      receive: (...told: JsonValue[]) =>
        intake.inbox.receive(source, told, { via: 'webhook' }),
      states: async () =>
        (await intake.db('deliveries').orderBy('id')).map(row => row.state),
    };
  }

  it('give the same records in any order and however often they come', async () => {
    const intake = await start();
    const worker = intake.createWorker({ batchSize: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(payloads, { minLength: 1, maxLength: 12 }).chain(told =>
          fc.tuple(
            fc.constant(told),
            fc.shuffledSubarray([...told, ...told], {
              minLength: told.length * 2,
            }),
          ),
        ),
        async ([told, shuffled]) => {
          await intake.db('records').delete();
          await intake.db('record_subjects').delete();
          await intake.db('deliveries').delete();
          for (const payload of shuffled) {
            await intake.inbox.receive(
              intake.sources.list()[0],
              [again(payload, Math.random())],
              { via: 'webhook' },
            );
          }
          await worker.run();
          expect(withoutReceipt(await intake.readRecords())).toEqual(
            expectedOf(told),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('are not lost and not mixed up by workers that run at once', async () => {
    const intake = await start();
    const told = fc.sample(payloads, { numRuns: 400, seed: 7 });
    await intake.receive(...told);
    const workers = [1, 2, 3].map(() => intake.createWorker({ batchSize: 7 }));
    const finished = await Promise.all(workers.map(worker => worker.run()));
    expect(finished.reduce((sum, count) => sum + count)).toBe(
      (await intake.states()).length,
    );
    expect(new Set(await intake.states())).toEqual(new Set(['done']));
    expect(withoutReceipt(await intake.readRecords())).toEqual(
      expectedOf(told),
    );
    const positions = await intake.db('records').pluck('position');
    expect(new Set(positions).size).toBe(positions.length);
  });

  it('of a worker that died are read by another once its lease is over', async () => {
    const intake = await start();
    await intake.receive(tells(AT, run('1')), tells(AT, run('2')));
    await leaseDeliveries(intake.db, {
      sources: ['test'],
      now: intake.time.now,
      limit: 10,
      size: 1e6,
      leaseFor: 60_000,
    });
    const worker = intake.createWorker();
    expect(await worker.run()).toBe(0);
    intake.time.now += 60_001;
    expect(await worker.run()).toBe(2);
    expect(await intake.readRecords()).toHaveLength(2);
  });

  it('that workers keep dying of are given up in the end, and no other', async () => {
    const intake = await start();
    await intake.receive(tells(AT, run('1')), tells(AT, run('2')));
    await intake.db('deliveries').where({ id: 1 }).update({ attempts: 5 });
    await intake.createWorker().run();
    expect(await intake.db('deliveries').orderBy('id')).toMatchObject([
      {
        state: 'quarantined',
        reason: 'Given up after 5 attempts: a process ended with it in hand',
      },
      { state: 'done' },
    ]);
  });

  it('that cannot be read are quarantined alone, with the reason', async () => {
    const intake = await start();
    await intake.receive(
      tells(AT, run('1')),
      { type: 'broken', at: AT },
      { type: 'told', at: AT },
      tells('2999-01-01T00:00:00.000Z', run('2')),
      tells(AT, run('3', { createdAt: 'yesterday' })),
      { type: 'unheard', at: AT },
      'not even an object',
      tells(AT, run('4')),
    );
    await intake.createWorker().run();
    const rows = await intake.db('deliveries').orderBy('id');
    expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
      ['done', null],
      ['quarantined', 'Cannot read properties of undefined'],
      ['quarantined', "'records': must be a list"],
      ['quarantined', expect.stringContaining('lies in the future')],
      ['quarantined', expect.stringContaining('createdAt')],
      ['unknown', null],
      ['unknown', null],
      ['done', null],
    ]);
    expect((await intake.readRecords()).map(({ runId }) => runId)).toEqual([
      '1',
      '4',
    ]);
  });

  it('that cannot be stored hold nothing else up', async () => {
    const intake = await start();
    await intake.receive(
      tells(AT, run('1')),
      tells(AT, run('2')),
      tells(AT, run('3')),
    );
    const stored = intake.db.client.config.client === 'pg';
    await intake.db.raw(
      stored
        ? `create function refuse() returns trigger as $$ begin if new.key like '%:2:1' then raise exception 'no room for it'; end if; return new; end $$ language plpgsql`
        : `create trigger refuse before insert on records when new.key like '%:2:1' begin select raise(abort, 'no room for it'); end`,
    );
    if (stored) {
      await intake.db.raw(
        'create trigger refuse before insert on records for each row execute function refuse()',
      );
    }
    const worker = intake.createWorker({ maxAttempts: 2 });
    expect(await worker.run()).toBe(2);
    expect(await intake.states()).toEqual(['done', 'pending', 'done']);
    intake.time.now += 3_600_000;
    await worker.run();
    const [, refused] = await intake.db('deliveries').orderBy('id');
    expect(refused).toMatchObject({ state: 'quarantined', attempts: 2 });
    expect(refused.reason).toContain('no room for it');
  });

  it('of one source do not wait for the flood of another', async () => {
    const quiet = createTestSource({ id: 'quiet', topics: [] });
    const intake = await start({ sources: [createTestSource(), quiet] });
    const [, flooding] = intake.sources.list();
    await intake.inbox.receive(
      flooding,
      Array.from({ length: 50 }, (_, n) => tells(AT, run(String(n)))),
      { via: 'webhook' },
    );
    await intake.inbox.receive(
      quiet,
      [tells(AT, run('a')), tells(AT, run('b'))],
      { via: 'webhook' },
    );
    const leased = await leaseDeliveries(intake.db, {
      sources: ['test', 'quiet'],
      now: intake.time.now,
      limit: 10,
      size: 1e6,
      leaseFor: 60_000,
    });
    expect(leased).toHaveLength(10);
    expect(leased.filter(({ source }) => source === 'quiet')).toHaveLength(2);
  });

  it('that say nothing new write nothing', async () => {
    const intake = await start();
    const worker = intake.createWorker();
    await intake.receive(tells(AT, run('1', { branch: 'main' })));
    await worker.run();
    const before = await intake.db('records');
    await intake.receive(again(tells(AT, run('1')), 1));
    await worker.run();
    expect(await intake.db('records')).toEqual(before);
  });
});
