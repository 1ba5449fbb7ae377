import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createSourcePositions, keepLast, ResumableIntake } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const { signal } = new AbortController();

interface Page {
  items: string[];
  cursor: string;
}

/** Tells items in pages of three, each from where a reader stands. */
function sourceOf(items: readonly string[], id = 'test') {
  return {
    id,
    async *observe({ cursor = '0' }): AsyncIterable<Page> {
      for (let from = Number(cursor); from < items.length; from += 3) {
        const page = items.slice(from, from + 3);
        yield { items: page, cursor: String(from + page.length) };
      }
    },
  };
}

describe.each(databases.eachSupportedId())('ResumableIntake, %s', id => {
  let db: Knex;

  beforeAll(async () => {
    db = await databases.init(id);
    await createSourcePositions(db);
    await db.schema.createTable('items', table => {
      table.text('item');
    });
  });

  beforeEach(async () => {
    await db('source_positions').delete();
    await db('items').delete();
  });

  const intake = (
    sources: ReturnType<typeof sourceOf>[],
    options: { fails?: (page: Page) => boolean } = {},
  ) => {
    const logger = mockServices.logger.mock();
    const onStored = jest.fn();
    return {
      logger,
      onStored,
      run: () =>
        ResumableIntake.create<Page>({
          db,
          logger,
          onStored,
          of: 'items',
          sources,
          store: async (tx, page) => {
            await tx('items').insert(page.items.map(item => ({ item })));
            if (options.fails?.(page)) {
              throw new Error('killed');
            }
          },
        }).run({ signal }),
    };
  };
  const stored = () => db('items').orderBy('item').pluck('item');

  it('goes on from the last page that was stored when it dies within one', async () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const dying = intake([sourceOf(items)], {
      fails: page => page.items.includes('d'),
    });
    await dying.run();
    expect(await stored()).toEqual(['a', 'b', 'c']);
    expect(dying.onStored).toHaveBeenCalledTimes(1);
    expect(dying.logger.error).toHaveBeenCalledWith(
      expect.stringContaining("source 'test' of items"),
      expect.objectContaining({ message: 'killed' }),
    );
    await intake([sourceOf(items)]).run();
    await intake([sourceOf(items)]).run();
    expect(await stored()).toEqual(items);
  });

  it('stores each page once where two replicas read at the same time', async () => {
    const items = Array.from({ length: 30 }, (_, index) => `i${index}`);
    const replica = intake([sourceOf(items)]);
    await Promise.all([replica.run(), replica.run()]);
    // One of them may have left the rest to the other, which was stopped by a page of the first.
    await replica.run();
    expect(await stored()).toEqual([...items].sort());
  });

  it('reads the others where one source fails', async () => {
    const failing = {
      id: 'failing',
      // eslint-disable-next-line require-yield
      async *observe(): AsyncIterable<Page> {
        throw new Error('away');
      },
    };
    await intake([failing, sourceOf(['a'])]).run();
    expect(await stored()).toEqual(['a']);
  });
});

describe('keepLast', () => {
  it('keeps what was told last, where it was told', () => {
    const told = [
      { key: 'a', is: 1 },
      { key: 'b', is: 2 },
      { key: 'a', is: 3 },
    ];
    expect(keepLast(told)).toEqual([told[1], told[2]]);
  });
});
