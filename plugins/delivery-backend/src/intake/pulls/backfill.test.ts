import { TestDatabases } from '@backstage/backend-test-utils';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { claiming } from '../../__testUtils__/startMatching';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { createTestSource, tells } from '../../__testUtils__/testSource';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const AT = '2026-03-01T10:00:00.000Z';

const REPOS = Array.from(
  { length: 12 },
  (_, i) => `acme/repo-${String(i + 1).padStart(2, '0')}`,
);

const runOf = (repo: string) =>
  tells(AT, { kind: 'run', repo, runId: '1', attempt: 1 });

/** A source that notes what it is asked for, and never comes back from one repository. */
function createAskedSource(options: { stuckAt?: string } = {}) {
  const asked: string[][] = [];
  let setStuck = () => {};
  const isStuck = new Promise<void>(resolve => {
    setStuck = resolve;
  });
  const source = createTestSource({
    pull: {
      annotations: ['github.com/project-slug'],
      async *pull({ subjects }: { subjects: readonly Subject[] }) {
        asked.push(subjects.map(({ value }) => value));
        for (const { value } of subjects) {
          if (value === options.stuckAt) {
            setStuck();
            await new Promise(() => {});
          }
          yield { payloads: [runOf(value)] };
        }
      },
    },
  });
  return { asked, isStuck, source };
}

describe.each(databases.eachSupportedId())('a backfill (%s)', id => {
  it('goes on where it was when its process is killed', async () => {
    const db = await databases.init(id);
    const start = (source: ReturnType<typeof createTestSource>) =>
      startDelivery({
        db,
        sources: [source],
        entities: REPOS.map(repo =>
          claiming(repo.replace('acme/', ''), {
            'github.com/project-slug': repo,
          }),
        ),
      });
    const killed = createAskedSource({ stuckAt: REPOS[11] });
    const first = await start(killed.source);
    await first.run('sync-catalog');
    const { body: backfill } = await first
      .post('/sources/backfills', { source: 'test', days: 30 })
      .expect(202);
    first.run('run-backfills');
    await killed.isStuck;
    expect(killed.asked).toEqual([
      REPOS.slice(0, 5),
      REPOS.slice(5, 10),
      REPOS.slice(10),
    ]);

    const other = createAskedSource();
    const second = await start(other.source);
    const stateOf = async () => {
      const { body } = await second.get('/sources').expect(200);
      return body.sources.find((source: { id: string }) => source.id === 'test')
        .backfill;
    };
    expect(await stateOf()).toMatchObject({
      id: backfill.id,
      state: 'running',
      read: 11,
    });
    await second.run('run-backfills');
    expect(other.asked).toEqual([REPOS.slice(10)]);
    expect(await stateOf()).toMatchObject({
      id: backfill.id,
      state: 'done',
    });
    await second.normalise();
    // Both processes run on here, so the first may have some of the deliveries in hand.
    await first.normalise();
    const { body: feed } = await second.asService.get('/feed').expect(200);
    expect(feed.items.map(({ repo }: { repo: string }) => repo).sort()).toEqual(
      REPOS,
    );

    await second.run('run-backfills');
    expect(other.asked).toHaveLength(1);
  });
});
