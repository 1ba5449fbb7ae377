import { TestDatabases } from '@backstage/backend-test-utils';
import { READINESS } from '../doors/routes/__testUtils__/fixtures';
import { startScorecards } from '../doors/routes/__testUtils__/startScorecards';
import { readResultResources } from './readResultResources';
import { stringifyResultRef } from './resultRef';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('readResultResources (%s)', id => {
  it('loads results in the order of their refs', async () => {
    const db = await databases.init(id);
    await startScorecards({ db });

    await expect(
      readResultResources(db, [
        stringifyResultRef(READINESS, 'component:default/orphan'),
        'nonsense',
        stringifyResultRef(READINESS, 'component:default/nobody'),
        stringifyResultRef(READINESS, 'component:default/cart'),
      ]),
    ).resolves.toEqual([
      {
        scorecardRef: READINESS,
        entityRef: 'component:default/orphan',
        kind: 'component',
        ownerRef: undefined,
        systemRef: undefined,
        scorecardOwnerRef: 'group:default/platform',
      },
      undefined,
      undefined,
      {
        scorecardRef: READINESS,
        entityRef: 'component:default/cart',
        kind: 'component',
        ownerRef: 'group:default/payments',
        systemRef: 'system:default/shop',
        scorecardOwnerRef: 'group:default/platform',
      },
    ]);
  });
});
