import { TestDatabases } from '@backstage/backend-test-utils';
import { UnmatchedSubject } from '@fairlead/backstage-plugin-delivery-common';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { tells } from '../../__testUtils__/testSource';
import { UnmatchedSubjectsSchema } from '../schema/unmatched';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A change in a repository that an entity claims or not. */
function changeIn(repo: string, number: number, at: string) {
  return {
    ...tells(at, { kind: 'change', repo, number, openedAt: at }),
    subjects: [{ annotation: 'github.com/project-slug', value: repo }],
  };
}

describe.each(databases.eachSupportedId())('unmatched subjects (%s)', id => {
  it('lists what no entity claims, page by page, until one does', async () => {
    const portal = await startDelivery({ db: await databases.init(id) });
    const list = async (query: object = {}) => {
      const { body } = await portal
        .get('/sources/unmatched')
        .query(query)
        .expect(200);
      return UnmatchedSubjectsSchema.parse(body);
    };
    const valuesOf = ({ items }: { items: UnmatchedSubject[] }) =>
      items.map(({ value }) => value);
    await portal.deliver([
      changeIn('acme/checkout', 1, '2026-05-01T10:00:00.000Z'),
      changeIn('Acme/Lost', 1, '2026-05-02T10:00:00.000Z'),
      changeIn('Acme/Lost', 2, '2026-05-04T10:00:00.000Z'),
      changeIn('acme/stray', 1, '2026-05-03T10:00:00.000Z'),
    ]);
    await portal.normalise();
    expect(valuesOf(await list())).toEqual([
      'acme/lost',
      'acme/stray',
      'acme/checkout',
    ]);

    await portal.run('sync-catalog');
    await portal.run('rematch-records');
    const all = await list({ source: 'test' });
    expect(all).toEqual({
      items: [
        {
          source: 'test',
          annotation: 'github.com/project-slug',
          value: 'acme/lost',
          count: 2,
          firstAt: '2026-05-02T10:00:00.000Z',
          lastAt: '2026-05-04T10:00:00.000Z',
        },
        expect.objectContaining({ value: 'acme/stray', count: 1 }),
      ],
      totalItems: 2,
    });
    const first = await list({ limit: 1 });
    expect(valuesOf(first)).toEqual(['acme/lost']);
    const second = await list({ limit: 1, cursor: first.nextCursor });
    expect(valuesOf(second)).toEqual(['acme/stray']);
    expect(second.nextCursor).toBeUndefined();
    expect(await list({ source: 'other' })).toEqual({
      items: [],
      totalItems: 0,
    });
    await portal.get('/sources/unmatched?cursor=nonsense').expect(400);
  });

  it('says when something was told of first and last, in whatever order it was', async () => {
    const portal = await startDelivery({ db: await databases.init(id) });
    const opened = '2026-05-02T10:00:00.000Z';
    const told = (at: string) => ({
      ...tells(at, { kind: 'change', repo: 'acme/lost', number: 1 }),
      subjects: [{ annotation: 'github.com/project-slug', value: 'acme/lost' }],
    });
    const span = async () => {
      const { body } = await portal.get('/sources/unmatched').expect(200);
      return body.items;
    };
    await portal.deliver([told('2026-05-04T10:00:00.000Z'), told(opened)]);
    await portal.normalise();
    expect(await span()).toMatchObject([
      { firstAt: opened, lastAt: '2026-05-04T10:00:00.000Z' },
    ]);
    await portal.deliver([told('2026-05-01T10:00:00.000Z')]);
    await portal.normalise();
    expect(await span()).toMatchObject([
      {
        firstAt: '2026-05-01T10:00:00.000Z',
        lastAt: '2026-05-04T10:00:00.000Z',
      },
    ]);
  });

  it('leaves out what an entity is found by another name of', async () => {
    const portal = await startDelivery({ db: await databases.init(id) });
    await portal.run('sync-catalog');
    const at = '2026-05-01T10:00:00.000Z';
    const service = (value: string) => ({
      annotation: 'pagerduty.com/service-id',
      value,
    });
    const repository = (value: string) => ({
      annotation: 'github.com/project-slug',
      value,
    });
    const incident = (externalId: string, ...subjects: object[]) => ({
      ...tells(at, { kind: 'incident', externalId, detectedAt: at }),
      subjects,
    });
    const found = incident('1', service('pfound'), repository('acme/checkout'));
    const valuesOf = async () => {
      const { body } = await portal.get('/sources/unmatched').expect(200);
      const { body: health } = await portal.get('/sources').expect(200);
      const [{ unmatched }] = health.sources.filter(
        (source: { id: string }) => source.id === 'test',
      );
      expect(unmatched).toBe(body.totalItems);
      return body.items.map(({ value }: UnmatchedSubject) => value).sort();
    };
    await portal.deliver([
      found,
      incident('2', service('plost'), repository('acme/lost')),
    ]);
    await portal.normalise();
    expect(await valuesOf()).toEqual(['acme/lost', 'plost']);

    // Now it is told alone as well, and nobody gets to see that.
    await portal.deliver([incident('3', service('pfound'))]);
    await portal.normalise();
    expect(await valuesOf()).toEqual(['acme/lost', 'pfound', 'plost']);
  });
});
