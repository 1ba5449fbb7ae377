import { TestDatabases } from '@backstage/backend-test-utils';
import { component, scorecard } from '../../__testUtils__/entities';
import { startScorecards } from './__testUtils__/startScorecards';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const PATH = '/scorecards/default/seaworthy/versions';

describe.each(databases.eachSupportedId())('versions, %s', id => {
  it('are kept, listed newest first, and each read beside the one before it', async () => {
    const owned = { 'spec.owner': { $exists: true } };
    const first = scorecard({ checks: [{ id: 'owned', rule: owned }] });
    const second = scorecard({
      checks: [
        { id: 'owned', rule: { 'spec.owner': 'group:default/crew' } },
        {
          id: 'described',
          rule: { 'metadata.description': { $exists: true } },
        },
      ],
    });
    const entities = [component(), first];
    const { db, evaluate, get } = await startScorecards({
      db: await databases.init(id),
      entities,
      facts: [],
    });
    await db('entities')
      .where('kind', 'scorecard')
      .update({ entity: JSON.stringify(second) });
    await evaluate();

    const { body: list } = await get(PATH).expect(200);
    expect(list).toEqual({
      items: [
        {
          version: 2,
          since: expect.any(String),
          changes: [
            expect.stringContaining('owned'),
            expect.stringContaining('was added'),
          ],
        },
        { version: 1, since: expect.any(String), changes: ['First version'] },
      ],
      totalItems: 2,
    });

    const { body: version } = await get(`${PATH}/2`).expect(200);
    expect(version).toMatchObject({
      scorecardRef: 'scorecard:default/seaworthy',
      version: 2,
      before: { spec: { checks: [{ id: 'owned', rule: owned }] } },
      definition: { spec: { checks: [{ id: 'owned' }, { id: 'described' }] } },
    });
    expect((await get(`${PATH}/1`).expect(200)).body.before).toBeNull();
    await get(`${PATH}/3`).expect(404);
    await get(`${PATH}/one`).expect(400);
    await get('/scorecards/default/unknown/versions').expect(404);
  });
});
