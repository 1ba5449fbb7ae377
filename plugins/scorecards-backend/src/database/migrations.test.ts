import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createDatabase } from './createDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@fairlead/backstage-plugin-scorecards-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('migrations, %s', id => {
  it('make the schema, take it back, and make it again', async () => {
    const knex = await databases.init(id);
    const database = mockServices.database({ knex });
    await createDatabase(database);
    await knex('entities').insert({
      entity_ref: 'component:default/ferry',
      uid: 'u',
      kind: 'component',
      hash: 'e',
      entity: '{}',
      changed_at: 1,
    });
    await knex('facts').insert({
      entity_ref: 'component:default/ferry',
      fact_id: 'harbour.hull.leaks',
      source: 'inspector',
      observed_at: 1,
    });
    await knex('entities').delete();
    expect(await knex('facts')).toEqual([]);

    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('entities')).toBe(false);
    await createDatabase(database);
    expect(await knex.schema.hasTable('waivers')).toBe(true);
  });

  it('keep what earlier versions stored, forward and back', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({ directory });
    await knex('entities').insert({
      entity_ref: 'component:default/ferry',
      uid: 'u',
      kind: 'component',
      etag: 'e',
      entity: '{}',
      changed_at: 1,
    });
    await knex('facts').insert({
      entity_ref: 'component:default/ferry',
      fact_id: 'harbour.hull.leaks',
      source: 'inspector',
      observed_at: 1,
    });
    await createDatabase(mockServices.database({ knex }));
    // An empty hash has it read again, and its terms written.
    expect(await knex('entities')).toMatchObject([
      { hash: '', entity: '{}', missing_since: null },
    ]);

    for (;;) {
      const [, undone] = await knex.migrate.down({ directory });
      if (String(undone).includes('catalog_copy')) {
        break;
      }
    }
    expect(await knex('entities')).toMatchObject([{ etag: '', entity: '{}' }]);
    expect(await knex('facts')).toHaveLength(1);
    expect(await knex.schema.hasTable('entity_terms')).toBe(false);
  });

  it('turn who approved and rejected into entries of the log, forward and back', async () => {
    const knex = await databases.init(id);
    await createDatabase(mockServices.database({ knex }));
    const backTo = async (name: string) => {
      for (;;) {
        const [, undone] = await knex.migrate.down({ directory });
        if (String(undone).includes(name)) {
          return;
        }
      }
    };
    await backTo('decisions');
    const waiver = (name: string, state: string, more: object) => ({
      id: name,
      scorecard_ref: 'scorecard:default/seaworthy',
      check_id: name,
      entity_ref: 'component:default/ferry',
      reason: 'In dry dock',
      state,
      requested_by: 'user:default/mira',
      requested_at: 1,
      expires_at: 100,
      entity_owner_by: 'user:default/mira',
      entity_owner_at: 1,
      scorecard_owner_by: null,
      scorecard_owner_at: null,
      rejected_by: null,
      rejected_at: null,
      rejected_reason: null,
      ...more,
    });
    const approved = {
      scorecard_owner_by: 'user:default/ole',
      scorecard_owner_at: 3,
    };
    const rejected = {
      rejected_by: 'user:default/ole',
      rejected_at: 4,
      rejected_reason: 'Fix it',
    };
    const before = [
      waiver('a', 'requested', {}),
      waiver('b', 'approved', approved),
      waiver('c', 'rejected', rejected),
      waiver('d', 'withdrawn', {}),
    ];
    await knex('waivers').insert(before);

    await createDatabase(mockServices.database({ knex }));
    const entries = await knex('decisions').orderBy(['subject_id', 'id']);
    expect(
      entries.map(entry => [
        entry.subject_id,
        entry.move,
        entry.side,
        entry.actor,
        entry.reason,
        Number(entry.at),
      ]),
    ).toEqual([
      ['a', 'ask', null, 'user:default/mira', 'In dry dock', 1],
      ['a', 'approve', 'entity-owner', 'user:default/mira', null, 1],
      ['b', 'ask', null, 'user:default/mira', 'In dry dock', 1],
      ['b', 'approve', 'entity-owner', 'user:default/mira', null, 1],
      ['b', 'approve', 'scorecard-owner', 'user:default/ole', null, 3],
      ['c', 'ask', null, 'user:default/mira', 'In dry dock', 1],
      ['c', 'approve', 'entity-owner', 'user:default/mira', null, 1],
      ['c', 'reject', null, 'user:default/ole', 'Fix it', 4],
      ['d', 'ask', null, 'user:default/mira', 'In dry dock', 1],
      ['d', 'approve', 'entity-owner', 'user:default/mira', null, 1],
      ['d', 'withdraw', null, null, null, 1],
    ]);

    // Decided since: what the version before has no word for becomes what comes next to it.
    await knex('decisions').insert({
      subject_kind: 'waiver',
      subject_id: 'b',
      move: 'revoke',
      side: 'administrator',
      actor: 'user:default/pat',
      principal: 'user',
      reason: 'Sold',
      at: 5,
    });
    await knex('waivers').where('id', 'b').update('state', 'revoked');
    await backTo('decisions');
    const after = await knex('waivers').orderBy('id');
    const numbers = /_at$/;
    expect(
      after.map(row =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            numbers.test(name) && value !== null ? Number(value) : value,
          ]),
        ),
      ),
    ).toEqual(
      before.map(row =>
        row.id === 'b'
          ? {
              ...row,
              state: 'rejected',
              rejected_by: 'user:default/pat',
              rejected_at: 5,
              rejected_reason: 'Sold',
            }
          : row,
      ),
    );
  });

  it('make room for answers, and take them back with what was decided about them', async () => {
    const knex = await databases.init(id);
    await createDatabase(mockServices.database({ knex }));
    const answer = (name: string) => ({
      id: name,
      scorecard_ref: 'scorecard:default/seaworthy',
      check_id: 'carries',
      entity_ref: 'component:default/ferry',
      team_ref: 'group:default/crew',
      question: 'Will it carry more?',
      choice: 'yes',
      choice_title: 'Yes',
      evidence: '[]',
      answered_at: 1,
      expires_at: 100,
    });
    const entry = (kind: string) => ({
      subject_kind: kind,
      subject_id: 'a',
      move: 'answer',
      principal: 'user',
      at: 1,
    });
    await knex('attestations').insert([answer('a'), answer('b')]);
    await knex('decisions').insert([entry('attestation'), entry('waiver')]);
    const orders = (await knex('attestations').orderBy('seq')).map(
      row => row.id,
    );
    expect(orders).toEqual(['a', 'b']);
    const again = async () => knex('attestations').insert(answer('a'));
    await expect(again()).rejects.toMatchObject({
      message: expect.stringMatching(/unique/i),
    });

    for (;;) {
      const [, undone] = await knex.migrate.down({ directory });
      if (String(undone).includes('attestations')) {
        break;
      }
    }
    expect(await knex.schema.hasTable('attestations')).toBe(false);
    expect(await knex('decisions')).toMatchObject([{ subject_kind: 'waiver' }]);
    await createDatabase(mockServices.database({ knex }));
    expect(await knex('attestations')).toEqual([]);
  });

  it('make room for campaigns, and take them back with what was decided about them', async () => {
    const knex = await databases.init(id);
    await createDatabase(mockServices.database({ knex }));
    const campaign = {
      id: 'a',
      title: 'Tight hulls',
      why: 'Ships sink',
      owner_ref: 'group:default/office',
      scorecard_ref: 'scorecard:default/seaworthy',
      target: '{"level":"bronze"}',
      state: 'active',
      starts_at: 1,
      deadline: 2,
      reminders: '[]',
      drafted_by: 'user:default/ole',
      drafted_at: 1,
    };
    const decision = (kind: string) => ({
      subject_kind: kind,
      subject_id: 'a',
      move: 'draft',
      principal: 'user',
      at: 1,
    });
    await knex('campaigns').insert(campaign);
    await knex('campaign_teams').insert({
      campaign_id: 'a',
      team_ref: 'group:default/crew',
      state: 'active',
    });
    await knex('decisions').insert(['waiver', 'campaign'].map(decision));
    await knex('campaigns').delete();
    expect(await knex('campaign_teams')).toEqual([]);
    await knex('campaigns').insert(campaign);

    for (;;) {
      const [, undone] = await knex.migrate.down({ directory });
      if (String(undone).includes('campaigns')) {
        break;
      }
    }
    expect(await knex('decisions').pluck('subject_kind')).toEqual(['waiver']);
    expect(await knex.schema.hasTable('campaigns')).toBe(false);
    await createDatabase(mockServices.database({ knex }));
    expect(await knex('campaigns')).toEqual([]);
  });

  it('are left to others where the database service says so', async () => {
    const knex = await databases.init(id);
    await createDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    expect(await knex.schema.hasTable('entities')).toBe(false);
  });
});
