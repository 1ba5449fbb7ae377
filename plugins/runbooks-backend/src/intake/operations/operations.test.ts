import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DEFAULT_PAGING_RULES } from '@fairlead/backstage-plugin-runbooks-common';
import {
  OperationsRecord,
  OperationsSource,
} from '@fairlead/backstage-plugin-runbooks-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import { firing } from '../../__testUtils__/records';
import { createDatabase } from '../../database/createDatabase';
import { AlertWriter } from '../../records/alerts';
import { DeploymentWriter } from '../../records/deployments';
import { createOperationsIntake, OperationsWriter } from '.';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const { signal } = new AbortController();

const at = (minute: number) =>
  new Date(Date.UTC(2026, 2, 2, 3, minute)).toISOString();

/** Tells records in pages, each from where a reader stands. */
function sourceOf(
  records: readonly OperationsRecord[],
  pageSize = 3,
): OperationsSource {
  return {
    id: 'test',
    async *observe({ cursor = '0' }) {
      for (let from = Number(cursor); from < records.length; from += pageSize) {
        yield {
          records: records.slice(from, from + pageSize),
          cursor: String(Math.min(from + pageSize, records.length)),
        };
      }
    },
  };
}

const ALERTS = AlertWriter.create({ pagingRules: DEFAULT_PAGING_RULES });

function intake(
  db: Knex,
  source: OperationsSource,
  options: { writers?: OperationsWriter[] } = {},
) {
  const { writers = [ALERTS, DeploymentWriter.create()] } = options;
  return createOperationsIntake({
    clock: () => Date.UTC(2026, 2, 3),
    db,
    logger: mockServices.logger.mock(),
    sources: [source],
    writers,
  });
}

const TABLES = ['firings', 'firing_entities', 'alerts', 'deployments'];

/** All that is stored, in one order. */
async function dump(db: Knex): Promise<unknown> {
  const tables = await Promise.all(
    TABLES.map(async table => {
      const rows: object[] = await db(table);
      return rows
        .map(row =>
          JSON.stringify(
            Object.entries(row)
              .map(([name, value]) => [
                name,
                typeof value === 'boolean' ? Number(value) : value,
              ])
              .map(([name, value]) => [
                name,
                value === null ? null : String(value),
              ]),
          ),
        )
        .sort();
    }),
  );
  return Object.fromEntries(
    TABLES.map((table, index) => [table, tables[index]]),
  );
}

async function clear(db: Knex): Promise<void> {
  for (const table of [...TABLES, 'source_positions']) {
    await db(table).delete();
  }
}

/** What is told of one key in the end; several fingerprints, ends with other starts, several entities. */
const story = fc
  .uniqueArray(
    fc.record({
      fingerprint: fc.constantFrom('a', 'b'),
      startsAt: fc.nat({ max: 9 }),
      length: fc.option(fc.nat({ max: 4 }), { nil: undefined }),
      entities: fc.subarray(
        ['component:default/cart', 'component:default/till'],
        { minLength: 1 },
      ),
      pages: fc.boolean(),
      isRemoved: fc.boolean(),
    }),
    {
      selector: ({ fingerprint, startsAt, length }) =>
        JSON.stringify([fingerprint, startsAt, length]),
      minLength: 1,
      maxLength: 8,
    },
  )
  .map(all =>
    all.map((one): OperationsRecord => {
      const key = JSON.stringify([one.fingerprint, one.startsAt, one.length]);
      return one.isRemoved
        ? { kind: 'removed', key }
        : firing({
            key,
            alert: `Alert-${one.fingerprint}`,
            fingerprint: one.fingerprint,
            entityRefs: one.entities,
            startsAt: at(one.startsAt),
            ...(one.length !== undefined && {
              endsAt: at(one.startsAt + one.length),
            }),
            labels: one.pages ? { severity: 'critical' } : {},
          });
    }),
  );

describe.each(databases.eachSupportedId())('createOperationsIntake, %s', id => {
  let db: Knex;

  beforeAll(async () => {
    db = await databases.init(id);
    await createDatabase(mockServices.database({ knex: db }));
  });

  beforeEach(async () => {
    await clear(db);
  });

  it('ends the same in whatever order, how often and in what pages records come', async () => {
    await fc.assert(
      fc.asyncProperty(
        story.chain(records =>
          fc.record({
            records: fc.constant(records),
            // Each at least once.
            again: fc
              .shuffledSubarray([...records, ...records], {
                minLength: records.length,
              })
              .map(some => [
                ...some,
                ...records.filter(record => !some.includes(record)),
              ]),
            pageSize: fc.integer({ min: 1, max: 5 }),
          }),
        ),
        async ({ records, again, pageSize }) => {
          await clear(db);
          await intake(db, sourceOf(records, 100)).run({ signal });
          const expected = await dump(db);
          await clear(db);
          await intake(db, sourceOf(again, pageSize)).run({ signal });
          expect(await dump(db)).toEqual(expected);
        },
      ),
      { numRuns: id === 'SQLITE_3' ? 60 : 25 },
    );
  });

  it('forgets what is removed, also the end of what fires then again', async () => {
    const open = firing({ key: 'open', startsAt: at(1), fingerprint: 'a' });
    const end = firing({
      key: 'end',
      startsAt: at(5),
      endsAt: at(5),
      fingerprint: 'a',
    });
    const read = async () =>
      (await db('firing_entities').select('firing_key', 'ends_at')).map(row => [
        row.firing_key,
        row.ends_at === null ? null : Number(row.ends_at),
      ]);
    const told: OperationsRecord[] = [open, end];
    const source = sourceOf(told);
    await intake(db, source).run({ signal });
    expect(await read()).toEqual([['open', Date.parse(at(5))]]);

    told.push({ kind: 'removed', key: 'end' });
    await intake(db, source).run({ signal });
    expect(await read()).toEqual([['open', null]]);

    told.push({ kind: 'removed', key: 'open' });
    await intake(db, source).run({ signal });
    expect(await db('alerts')).toEqual([]);
    expect(await db('firings')).toEqual([]);
  });

  it('goes on from the last page that was stored when it dies within one', async () => {
    const records = Array.from({ length: 9 }, (_, index) =>
      firing({
        alert: `Alert-${index}`,
        startsAt: at(index),
      }),
    );
    await intake(db, sourceOf(records)).run({ signal });
    const expected = await dump(db);
    await clear(db);

    let calls = 0;
    const dying: OperationsWriter = {
      async write() {
        calls += 1;
        if (calls === 2) {
          throw new Error('killed');
        }
      },
    };
    await intake(db, sourceOf(records), { writers: [ALERTS, dying] }).run({
      signal,
    });
    expect(await db('firings')).toHaveLength(3);
    expect(await db('source_positions').pluck('cursor')).toEqual(['3']);

    await intake(db, sourceOf(records)).run({ signal });
    expect(await dump(db)).toEqual(expected);
  });

  it('reads each page once where two replicas read at the same time', async () => {
    const records = Array.from({ length: 30 }, (_, index) =>
      firing({ alert: `Alert-${index % 7}`, startsAt: at(index) }),
    );
    await intake(db, sourceOf(records)).run({ signal });
    const expected = await dump(db);
    await clear(db);

    const written: string[] = [];
    const counting: OperationsWriter = {
      async write(_, told) {
        written.push(...told.map(({ key }) => key));
      },
    };
    const replica = () =>
      intake(db, sourceOf(records), { writers: [ALERTS, counting] }).run({
        signal,
      });
    await Promise.all([replica(), replica()]);
    // One of them may have left the rest to the other, which was stopped by a page of the first.
    await replica();
    expect(await dump(db)).toEqual(expected);
    expect([...new Set(written)]).toHaveLength(30);
    expect(written).toHaveLength(30);
  });

  it('leaves out what cannot be read, and keeps what stands beside it', async () => {
    await intake(
      db,
      sourceOf([
        firing({ key: 'no-start', startsAt: 'soon' }),
        firing({ key: 'long', alert: 'x'.repeat(5_000) }),
        firing({
          key: 'zero',
          startsAt: at(1),
          endsAt: '0001-01-01T00:00:00Z',
        }),
        firing({
          key: 'refs',
          alert: 'Refs',
          startsAt: at(2),
          entityRefs: [
            'Component:default/Cart',
            'nonsense',
            'component:default/cart',
          ],
        }),
        firing({
          key: 'nul\0',
          alert: 'A\0B',
          startsAt: at(3),
          summary: 'x\ud800',
        }),
        {
          kind: 'deployment',
          key: 'd',
          source: 'ci',
          entityRefs: ['component:default/cart'],
          finishedAt: 'never',
        },
      ]),
    ).run({ signal });
    expect(
      (await db('firings').orderBy('key')).map(row => [
        row.key,
        row.alert,
        row.ends_at,
      ]),
    ).toEqual([
      ['nul', 'AB', null],
      ['refs', 'Refs', null],
      ['zero', 'DiskFull', null],
    ]);
    expect(
      await db('firing_entities')
        .where('firing_key', 'refs')
        .pluck('entity_ref'),
    ).toEqual(['component:default/cart']);
    expect(await db('deployments')).toEqual([]);
  });

  it('keeps a source that fails from stopping the others', async () => {
    const failing: OperationsSource = {
      id: 'failing',
      // eslint-disable-next-line require-yield
      async *observe() {
        throw new Error('away');
      },
    };
    const logger = mockServices.logger.mock();
    await createOperationsIntake({
      db,
      logger,
      sources: [failing, sourceOf([firing()])],
      writers: [ALERTS],
    }).run({ signal });
    expect(await db('firings')).toHaveLength(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining("'failing'"),
      expect.objectContaining({ message: 'away' }),
    );
  });

  it('follows deployments by entity', async () => {
    const deployment = (refs: string[], minute: number): OperationsRecord => ({
      kind: 'deployment',
      key: 'deployment:1',
      source: 'ci',
      entityRefs: refs,
      finishedAt: at(minute),
    });
    const told = [
      deployment(['component:default/cart', 'component:default/till'], 1),
    ];
    const source = sourceOf(told);
    await intake(db, source).run({ signal });
    told.push(deployment(['component:default/till'], 2));
    await intake(db, source).run({ signal });
    expect(
      (await db('deployments')).map(row => [
        row.entity_ref,
        Number(row.finished_at),
      ]),
    ).toEqual([['component:default/till', Date.parse(at(2))]]);
    told.push({ kind: 'removed', key: 'deployment:1' });
    await intake(db, source).run({ signal });
    expect(await db('deployments')).toEqual([]);
  });
});
