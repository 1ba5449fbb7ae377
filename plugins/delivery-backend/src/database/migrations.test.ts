import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createDatabase } from './createDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(120_000);

const directory = resolvePackagePath(
  '@fairlead/backstage-plugin-delivery-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('migrations, %s', id => {
  it('make the schema, take it back, and make it again', async () => {
    const knex = await databases.init(id);
    const database = mockServices.database({ knex });
    await createDatabase(database);
    const backfill = {
      source: 'harbour',
      via: 'backfill',
      from: 1,
      to: 2,
      requested_at: 2,
    };
    await knex('pulls').insert([
      { ...backfill, id: '1', state: 'done' },
      { ...backfill, id: '2', state: 'running' },
    ]);
    await expect(
      knex('pulls').insert({ ...backfill, id: '3', state: 'queued' }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });

    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('deliveries')).toBe(false);
    await createDatabase(database);
    expect(await knex.schema.hasTable('secrets')).toBe(true);
  });

  it('keep what earlier versions stored, forward and back', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({ directory });
    await knex('records').insert({
      key: 'change:test:Acme/Shop:7',
      kind: 'change',
      source: 'test',
      record: '{}',
      at: 1,
      until: 2,
      position: 1,
    });
    await knex('record_subjects').insert({
      subject_id: 1,
      record_key: 'change:test:Acme/Shop:7',
    });
    await createDatabase(mockServices.database({ knex }));
    const [record] = await knex('records');
    expect(record).toMatchObject({ record: '{}', subjects_at: null });
    expect(Boolean(record.withdrawn)).toBe(false);
    expect(Number((await knex('record_subjects'))[0].told_at)).toBe(0);
    // Names of repositories may be stored in upper case.
    expect(await knex('renamings').pluck('name')).toEqual(['']);

    for (;;) {
      const [, undone] = await knex.migrate.down({ directory });
      if (String(undone).includes('follow_repositories')) {
        break;
      }
    }
    expect(await knex('records').pluck('record')).toEqual(['{}']);
    expect(await knex('record_subjects').pluck('subject_id')).toHaveLength(1);
    expect(await knex.schema.hasTable('renamings')).toBe(false);
  });

  it('keep who is a bot, forward and back', async () => {
    const knex = await databases.init(id);
    const isBefore = () =>
      knex.migrate
        .list({ directory })
        .then(([, pending]) =>
          String(pending[0]?.file ?? '').includes('origins'),
        );
    while (!(await isBefore())) {
      await knex.migrate.up({ directory });
    }
    const at = '2026-03-01T00:00:00.000Z';
    const base = { at: 1, until: 2, source: 'github' };
    const told = (number: number, fields: object) => ({
      kind: 'change',
      key: `change:github:acme/shop:${number}`,
      title: 'Tell "authorIsBot":true apart',
      author: 'hash',
      ...fields,
      asOf: { author: at, authorIsBot: at },
    });
    const records = [
      told(1, { authorIsBot: true }),
      told(2, { authorIsBot: false }),
    ];
    await knex('records').insert(
      records.map(record => ({
        ...base,
        key: record.key,
        kind: 'change',
        record: JSON.stringify(record),
      })),
    );
    const stored = async () =>
      (await knex('records').orderBy('key').pluck('record')).map(text =>
        JSON.parse(text),
      );

    await knex.migrate.up({ directory });
    const asOf = { author: at, authorApp: at };
    const { authorIsBot: _, ...rest } = told(2, {}) as Record<string, unknown>;
    expect(await stored()).toEqual([
      { ...told(1, { authorApp: 'bot' }), asOf },
      { ...rest, asOf },
    ]);

    await knex.migrate.down({ directory });
    expect(await stored()).toEqual(records);
  });

  it('keep the copy of the catalog, forward and back', async () => {
    const knex = await databases.init(id);
    const stored = { entity_ref: 'group:default/sea', uid: 'u', kind: 'group' };
    await createDatabase(mockServices.database({ knex }));
    await knex('entities').insert({ ...stored, hash: 'h', changed_at: 1 });
    for (;;) {
      const [, undone] = await knex.migrate.down({ directory });
      if (String(undone).includes('catalog_copy')) {
        break;
      }
    }
    expect(await knex('entities')).toMatchObject([
      { ...stored, hash: '', parent_ref: null },
    ]);
    expect(await knex.schema.hasTable('entity_terms')).toBe(false);

    await knex('entities').update({ hash: 'h', parent_ref: 'group:default/a' });
    await createDatabase(mockServices.database({ knex }));
    // An empty hash has it read again, and its parents stored as terms.
    expect(await knex('entities')).toMatchObject([{ ...stored, hash: '' }]);
    expect(await knex('entity_terms')).toEqual([]);
  });

  it('keep what was measured, forward and back', async () => {
    const knex = await databases.init(id);
    const database = mockServices.database({ knex });
    const back = async () => {
      for (;;) {
        const [, undone] = await knex.migrate.down({ directory });
        if (String(undone).includes('state_in_columns')) {
          return;
        }
      }
    };
    await createDatabase(database);
    await back();
    const [checkout, never] = ['component:default/checkout', 'component:x/y'];
    const heads = { options: 'abc', measures: { 'ci.queue': {} } };
    const measured = { measured_at: 1, due_at: null, claimed_until: null };
    const before = [
      {
        ...measured,
        entity_ref: checkout,
        revision: 1,
        heads: JSON.stringify(heads),
      },
      { ...measured, entity_ref: never, revision: 2, heads: '{}' },
    ];
    await knex('measured_entities').insert(before);
    const days = [
      ['ci.queue', '2026-03-01', { s: [['job:1', 'x', 1, null]] }],
      ['ci.queue', '2026-03-02', { x: [['job:2', 'x', 'bot']] }],
      [
        'waits',
        'open',
        {
          l: [
            [{ key: 'change:1', author: 'p1' }, 1, null, []],
            [{ key: 'change:2', author: 'p1' }, 1, null, []],
            [{ key: 'change:3' }, 1, null, []],
          ],
        },
      ],
    ].map(([measure, day, samples]) => ({
      entity_ref: checkout,
      measure,
      day,
      samples: JSON.stringify(samples),
    }));
    await knex('sample_days').insert(days);

    await createDatabase(database);
    expect(
      await knex('measured_entities')
        .orderBy('revision')
        .select('options', 'heads'),
    ).toEqual([
      { options: 'abc', heads: '{"ci.queue":{}}' },
      { options: '', heads: '{}' },
    ]);
    expect(
      await knex('sample_days').where('has_samples', true).pluck('day'),
    ).toEqual(['2026-03-01']);
    expect(await knex('open_authors')).toEqual([
      { entity_ref: checkout, person: 'p1' },
    ]);

    await back();
    expect(
      (await knex('measured_entities').orderBy('revision')).map(
        row => row.heads,
      ),
    ).toEqual(before.map(row => row.heads));
    expect(await knex('sample_days').orderBy(['measure', 'day'])).toEqual(days);
    expect(await knex.schema.hasTable('open_authors')).toBe(false);
  });

  it('are left to others where the database service says so', async () => {
    const knex = await databases.init(id);
    await createDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    expect(await knex.schema.hasTable('deliveries')).toBe(false);
  });
});
