import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const CART = '/badges/default/readiness/component/default/cart.svg';

async function start(publicBadges: boolean) {
  return startScorecards({
    db: await databases.init('SQLITE_3'),
    config: { scorecards: { badges: { public: publicBadges } } },
  });
}

describe('badge route', () => {
  it('draws the level with an accessible name', async () => {
    const portal = await start(false);
    const { body, headers } = await portal.get(CART).expect(200);
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(String(body)).toContain('aria-label="readiness: bronze"');
  });

  it.each([
    '/badges/default/readiness/component/default/nobody.svg',
    '/badges/default/nothing/component/default/cart.svg',
    '/badges/default/readiness/group/default/payments.svg',
  ])('says unknown for %s', async path => {
    const portal = await start(false);
    const { body } = await portal.get(path).expect(200);
    expect(String(body)).toContain(': unknown"');
  });

  it('needs credentials unless badges are public', async () => {
    const closed = await start(false);
    await request(closed.server)
      .get(`/api/scorecards${CART}`)
      .set('Authorization', mockCredentials.none.header())
      .expect(401);

    const open = await start(true);
    const { body } = await request(open.server)
      .get(`/api/scorecards${CART}`)
      .set('Authorization', mockCredentials.none.header())
      .expect(200);
    expect(String(body)).toContain('readiness: bronze');
    await request(open.server)
      .get('/api/scorecards/scorecards')
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
  });
});
