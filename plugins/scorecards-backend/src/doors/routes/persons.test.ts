import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { RollupResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { entities } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const READINESS = '/scorecards/default/readiness';

function ownedBy(name: string, ownerRef: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: ownerRef }],
  };
}

describe.each(databases.eachSupportedId())('single persons (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({
      db: await databases.init(id),
      entities: [
        ...entities,
        ownedBy('diary', 'user:default/mira'),
        ownedBy('notes', 'user:default/olga'),
      ],
    });
  });

  const namesIn = ({ items }: { items: { entityRef: string }[] }) =>
    items.map(({ entityRef }) => entityRef.split('/')[1]).sort();

  it('stand together in a rollup, and are not named', async () => {
    const { body } = await portal
      .get(`${READINESS}/rollup?by=owner`)
      .expect(200);
    const { items }: RollupResponse = body;
    expect(items.find(({ key }) => key === 'person')).toMatchObject({
      title: 'Owned by a person',
      entities: 2,
    });
    expect(JSON.stringify(body)).not.toMatch(/mira|olga|user:/);
  });

  it('are listed together, and nobody alone', async () => {
    const list = `${READINESS}/entities`;
    const { body } = await portal.get(`${list}?owner=person`).expect(200);
    expect(namesIn(body)).toEqual(['diary', 'notes']);
    const { body: below } = await portal
      .get(`${list}?owner=person&includeDescendants=true`)
      .expect(200);
    expect(namesIn(below)).toEqual(['diary', 'notes']);
    for (const format of ['json', 'csv']) {
      const { body: refused } = await portal
        .get(`${list}?owner=user:default/mira&format=${format}`)
        .expect(400);
      expect(refused.error.message).toContain("'person'");
    }
  });

  it('have no page, be they in the catalog or not', async () => {
    const answers = await Promise.all(
      ['mira', 'nobody'].map(name =>
        portal.get(`/owners/user/default/${name}`).expect(404),
      ),
    );
    expect(answers[0].body.error).toEqual(answers[1].body.error);
  });
});
