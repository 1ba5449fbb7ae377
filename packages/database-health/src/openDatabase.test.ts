import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './openDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** How many processes open it at once; SQLite belongs to one. */
const REPLICAS: Partial<Record<string, number>> = { POSTGRES_18: 6 };

jest.setTimeout(120_000);

const MIGRATION = `
exports.up = knex => knex.schema.createTable('rolls', table => table.text('name'));
exports.down = knex => knex.schema.dropTable('rolls');
`;

describe.each(databases.eachSupportedId())('openDatabase, %s', id => {
  let directory: string;
  let knex: Knex;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'migrations-'));
    await writeFile(join(directory, '20261121000000_init.js'), MIGRATION);
    knex = await databases.init(id);
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('gives every replica of many the schema that one of them makes', async () => {
    const opened = await Promise.all(
      Array.from({ length: REPLICAS[id] ?? 1 }, () =>
        openDatabase(mockServices.database({ knex }), { directory }),
      ),
    );
    for (const db of opened) {
      expect(await db('rolls').select()).toEqual([]);
    }
  });

  it('waits for a database that is away when a backend starts', async () => {
    const getClient = jest
      .fn()
      .mockRejectedValueOnce(
        Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
      )
      .mockResolvedValue(knex);
    await openDatabase({ getClient }, { directory });
    expect(getClient).toHaveBeenCalledTimes(2);
    expect(await knex.schema.hasTable('rolls')).toBe(true);
  });

  it('fails at once where waiting does not help, and in the end where it did not', async () => {
    await expect(
      openDatabase(mockServices.database({ knex }), {
        directory: `${directory}-not-there`,
      }),
    ).rejects.toMatchObject({ code: 'ENOENT' });
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    await expect(
      openDatabase(
        { getClient: () => Promise.reject(away) },
        { directory, patience: -1 },
      ),
    ).rejects.toBe(away);
  });
});
