import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { NamedRepository } from '@fairlead/backstage-plugin-delivery-node';
import fc from 'fast-check';
import { startIntake } from '../../__testUtils__/startIntake';
import { TEST_REPOSITORIES } from '../../__testUtils__/testNaming';
import { createTestSource, tells } from '../../__testUtils__/testSource';
import { RecordRenaming } from './RecordRenaming';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(300_000);

const at = (hour: number) =>
  `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** A delivery of the test source that tells which repository it is about. */
const host = createTestSource({
  repositoryOf: payload =>
    (payload as JsonObject).repository as unknown as
      | NamedRepository
      | undefined,
});

/** A source that knows no ids. */
const pipeline = createTestSource({ id: 'pipeline', topics: [] });

type Payload = { source: string; payload: JsonObject };

let nonce = 0;

function hosted(
  hour: number,
  repository: NamedRepository,
  ...records: Record<string, unknown>[]
): Payload {
  const { name } = repository;
  const told = tells(at(hour), ...records.map(one => ({ repo: name, ...one })));
  return {
    source: 'test',
    payload: {
      ...told,
      nonce: (nonce += 1),
      subjects: [{ annotation: 'github.com/project-slug', value: name }],
      repository,
    } as unknown as JsonObject,
  };
}

const change = (number: number, fields: object = {}) => ({
  kind: 'change',
  number,
  ...fields,
});

const OLD = { id: '77', name: 'Acme/Shop-Old' };
const NEW = { id: '77', name: 'acme/shop' };
const RENAMED = { ...NEW, formerNames: ['acme/shop-old'] };
const SHA = 'c'.repeat(40);

/** What tells of the same repository without knowing its id. */
function piped(hour: number, ...records: Record<string, unknown>[]): Payload {
  const told = tells(at(hour));
  return {
    source: 'pipeline',
    payload: {
      ...told,
      nonce: (nonce += 1),
      records: records.map(one => ({ source: 'pipeline', ...one })),
      subjects: [
        { annotation: 'github.com/project-slug', value: 'acme/shop-old' },
      ],
    } as unknown as JsonObject,
  };
}

/** A repository that is renamed at four, and all that hangs on it. */
const life = () => [
  hosted(
    1,
    OLD,
    { kind: 'deployment', externalId: '16', sha: 'a' },
    { kind: 'run', runId: '5', attempt: 1, headSha: SHA },
    { kind: 'job', jobId: '9', runId: '5', headSha: SHA },
    { kind: 'approval', approvalId: '3', deploymentId: '16' },
  ),
  hosted(2, OLD, change(7, { openedAt: at(2) })),
  piped(
    3,
    {
      kind: 'incident',
      externalId: 'i1',
      cause: {
        deployment: 'deployment:test:acme/shop-old:16',
        confidence: 'confirmed',
      },
    },
    {
      kind: 'link',
      type: 'causes',
      from: 'deployment:test:Acme/shop-old:16',
      to: 'incident:pipeline:i1',
    },
    {
      kind: 'test',
      run: 'run:test:acme/shop-old:5:1',
      suite: 'unit',
      case: 'adds',
      repo: 'acme/shop-old',
      outcome: 'failure',
    },
  ),
  hosted(4, RENAMED),
  hosted(
    5,
    NEW,
    change(7, { mergedAt: at(5), mergeSha: SHA }),
    change(8, { revertOf: ['change:test:acme/shop-old:7'] }),
  ),
];

type Intake = Awaited<ReturnType<typeof startIntake>>;

/** All that is stored, without what depends on when it was. */
async function readTables({ db, readRecords }: Intake) {
  const records: DeliveryRecord[] = await readRecords();
  return {
    records: records.map(({ observedAt, ...record }) => record),
    about: await db('record_subjects as t')
      .join('subjects as s', 's.id', 't.subject_id')
      .select('t.record_key', 's.value')
      .orderBy(['t.record_key', 's.value']),
    left: await db('renamings').pluck('name'),
  };
}

const withoutFormerKeys = ({
  records,
  ...rest
}: Awaited<ReturnType<typeof readTables>>) => ({
  ...rest,
  records: records.map(({ formerKeys, ...record }) => record),
});

const TABLES = [
  'records',
  'record_subjects',
  'subjects',
  'deliveries',
  'repository_names',
  'renamings',
];

describe.each(databases.eachSupportedId())('renamed repositories (%s)', id => {
  async function start() {
    const intake = await startIntake({
      db: await databases.init(id),
      sources: [host, pipeline],
    });
    const worker = intake.createWorker();
    const receive = async (...all: Payload[]) => {
      for (const { source, payload } of all) {
        await intake.inbox.receive(intake.sources.get(source)!, [payload], {
          via: 'webhook',
        });
      }
    };
    return {
      ...intake,
      worker,
      receive,
      /** Takes deliveries one by one and does what waits after some of them. */
      async play(all: readonly Payload[], isStop: (n: number) => boolean) {
        for (const table of TABLES) {
          await intake.db(table).delete();
        }
        for (const [index, one] of all.entries()) {
          await receive(one);
          if (isStop(index)) {
            await worker.run();
          }
          if (isStop(index + 1)) {
            await intake.renaming.run();
          }
        }
        await worker.run();
        await intake.renaming.run();
        return readTables(intake);
      },
    };
  }

  it('take their records along, with all that names them', async () => {
    const { play, db } = await start();
    const { records, about, left } = await play(life(), () => true);
    const keys = records.map(({ key }) => key);
    expect(keys.filter(key => !key.includes('link')).sort()).toEqual([
      'approval:test:3',
      'change:test:acme/shop:7',
      'change:test:acme/shop:8',
      'deployment:test:acme/shop:16',
      'incident:pipeline:i1',
      'job:test:9',
      'run:test:acme/shop:5:1',
      'test:pipeline:run%3Atest%3Aacme/shop%3A5%3A1:unit:adds',
    ]);
    const byKey = new Map(records.map(record => [record.key, record]));
    expect(byKey.get('change:test:acme/shop:7')).toMatchObject({
      repo: 'acme/shop',
      openedAt: at(2),
      mergedAt: at(5),
      formerKeys: ['change:test:acme/shop-old:7'],
    });
    expect(byKey.get('change:test:acme/shop:8')).toMatchObject({
      revertOf: ['change:test:acme/shop:7'],
    });
    expect(byKey.get('job:test:9')).toMatchObject({ repo: 'acme/shop' });
    expect(byKey.get('incident:pipeline:i1')).toMatchObject({
      cause: { deployment: 'deployment:test:acme/shop:16' },
    });
    expect(records.find(({ kind }) => kind === 'link')).toMatchObject({
      from: 'deployment:test:acme/shop:16',
    });
    expect([...new Set(about.map(({ value }) => value))]).toEqual([
      'acme/shop',
    ]);
    expect(left).toEqual([]);
    const positions = await db('records').pluck('position');
    expect(new Set(positions).size).toBe(records.length);
  });

  it('end the same in whatever order deliveries come, and however often', async () => {
    const { play } = await start();
    const expected = await play(life(), () => true);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...life(), ...life()], { minLength: 10 }),
        fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
        async (shuffled, stops) => {
          expect(await play(shuffled, n => stops[n])).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are known by their ids alone, where nothing tells of the rename', async () => {
    const { play } = await start();
    const { records } = await play(
      [
        hosted(5, NEW, change(7, { mergedAt: at(5) })),
        hosted(2, OLD, change(7, { openedAt: at(2) })),
      ],
      () => true,
    );
    expect(records).toMatchObject([
      { key: 'change:test:acme/shop:7', openedAt: at(2), mergedAt: at(5) },
    ]);
  });

  it('leave their names to others, whose records are not theirs', async () => {
    const { play } = await start();
    const STORE = { id: '77', name: 'acme/store' };
    const STRANGER = { id: '99', name: 'acme/shop' };
    const deliveries = [
      hosted(1, NEW, change(1, { title: 'first', openedAt: at(1) })),
      hosted(2, { ...STORE, formerNames: ['acme/shop'] }),
      hosted(3, STORE, change(1, { mergedAt: at(3) })),
      hosted(4, STRANGER, change(1, { title: 'another', openedAt: at(4) })),
      hosted(5, STRANGER, change(2, { title: 'more', openedAt: at(5) })),
    ];
    const expected = withoutFormerKeys(await play(deliveries, () => true));
    expect(expected.records).toMatchObject([
      { key: 'change:test:acme/shop:1', title: 'another' },
      { key: 'change:test:acme/shop:2', title: 'more' },
      { key: 'change:test:acme/store:1', title: 'first', mergedAt: at(3) },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(deliveries, { minLength: deliveries.length }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        async (shuffled, stops) => {
          const tables = await play(shuffled, n => stops[n]);
          expect(withoutFormerKeys(tables)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are the same where only some deliveries tell the server of their id', async () => {
    const { play, db } = await start();
    const whole = (name: string) => ({ id: 'git.acme.example/77', name });
    const deliveries = [
      hosted(1, whole('old/shop'), change(1, { title: 'first' })),
      hosted(2, {
        id: '77',
        name: 'acme/shop',
        formerNames: ['old/shop'],
        at: at(2),
      }),
      hosted(3, whole('acme/shop'), change(2, { title: 'second' })),
      hosted(9, { id: '77', name: 'acme/shop', at: at(9) }),
      hosted(4, whole('acme/shop'), change(1, { mergedAt: at(4) })),
    ];
    const expected = await play(deliveries, () => true);
    expect(expected.records).toMatchObject([
      { key: 'change:test:acme/shop:1', title: 'first', mergedAt: at(4) },
      { key: 'change:test:acme/shop:2', title: 'second' },
    ]);
    expect(await db('repository_names').distinct('repository_id')).toEqual([
      { repository_id: 'git.acme.example/77' },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(deliveries, { minLength: deliveries.length }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        async (shuffled, stops) => {
          const tables = await play(shuffled, n => stops[n]);
          expect(tables).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('may change names with each other', async () => {
    const { play } = await start();
    const [a, b] = ['acme/a', 'acme/b'];
    const tables = await play(
      [
        hosted(1, { id: '1', name: a }, change(1, { title: 'one' })),
        hosted(1, { id: '2', name: b }, change(1, { title: 'two' })),
        hosted(2, { id: '1', name: b, at: at(2) }),
        hosted(2, { id: '2', name: a, at: at(2) }),
      ],
      n => n === 1,
    );
    expect(tables.records).toMatchObject([
      { key: 'change:test:acme/a:1', title: 'two' },
      { key: 'change:test:acme/b:1', title: 'one' },
    ]);
    expect(tables.left).toEqual([]);
  });

  it('are moved page by page, by several at once, and by who comes after one that died', async () => {
    const { db, receive, worker, renaming, time } = await start();
    const all = Array.from({ length: 1_200 }, (_, n) => change(n + 1));
    await receive(hosted(1, OLD, ...all));
    await worker.run();
    await receive(hosted(2, RENAMED));
    await worker.run();
    let pages = 0;
    const dying = RecordRenaming.create({
      clock: () => {
        pages += 1;
        if (pages === 2) {
          throw new Error('Out of power');
        }
        return time.now;
      },
      db,
      marking: { zone: 'UTC' },
      repositories: TEST_REPOSITORIES,
    });
    await expect(dying.run()).rejects.toThrow('Out of power');
    const oldOnes = () =>
      db('records').where('key', 'like', '%shop-old%').pluck('key');
    expect(await oldOnes()).toHaveLength(700);
    await Promise.all([renaming.run(), renaming.run()]);
    expect(await oldOnes()).toEqual([]);
    expect(await db('records').pluck('key')).toHaveLength(1_200);
    expect(await db('renamings').pluck('name')).toEqual([]);
  });

  it('of which records were stored in another case are found in lower case', async () => {
    const intake = await start();
    const { db, receive, worker, renaming } = intake;
    await receive(hosted(5, NEW, change(7, { mergedAt: at(5) })));
    await worker.run();
    const stored = {
      ...(await intake.readRecords())[0],
      key: 'change:test:Acme/Shop:7',
      repo: 'Acme/Shop',
      openedAt: at(2),
      mergedAt: undefined,
    };
    await db('records').insert({
      key: stored.key,
      kind: 'change',
      source: 'test',
      record: JSON.stringify(stored),
      at: 0,
      until: 0,
      position: 0,
    });
    // As the migration does where there are records.
    await db('renamings').insert({ source: '', repository_id: '', name: '' });
    await renaming.run();
    expect((await readTables(intake)).records).toMatchObject([
      {
        key: 'change:test:acme/shop:7',
        openedAt: at(2),
        mergedAt: at(5),
        formerKeys: ['change:test:Acme/Shop:7'],
      },
    ]);
  });
});
