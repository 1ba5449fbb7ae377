import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  EntityMeasuresResponse,
  FeedPage,
  SourceHealth,
} from '@fairlead/backstage-plugin-delivery-common';
import { readDemoEntities } from './__testUtils__/readDemoEntities';
import { startPortal } from './__testUtils__/startPortal';
import { createYear } from './createYear';
import { DemoDelivery } from './DemoDelivery';
import { Random } from './Random';
import { readRepositories } from './readRepositories';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-11-20T12:00:00Z');
const PART = 150;

type Portal = Awaited<ReturnType<typeof startPortal>>;
type Answers = Awaited<ReturnType<typeof readAnswers>>;

/** As networks and senders that try again do it: in any order, and three in ten of them twice. */
function disturb(deliveries: readonly DemoDelivery[]): DemoDelivery[] {
  const random = Random.of('disturbed');
  return deliveries
    .flatMap(delivery =>
      random.chance(0.3) ? [delivery, delivery] : [delivery],
    )
    .map(delivery => ({ delivery, place: random.between(0, 1) }))
    .sort((a, b) => a.place - b.place)
    .map(({ delivery }) => delivery);
}

/** Sends part by part, while the portal already reads and measures what it has. */
async function send(portal: Portal, deliveries: readonly DemoDelivery[]) {
  for (let i = 0; i < deliveries.length; i += PART) {
    await portal.sender.send(deliveries.slice(i, i + PART));
  }
}

async function readFeed(portal: Portal) {
  const records: FeedPage['items'] = [];
  let after = '';
  let page: FeedPage;
  do {
    page = await portal.get(`/feed?limit=500${after}`, 'service');
    records.push(...page.items);
    after = `&after=${page.cursor}`;
  } while (page.hasMore);
  return records.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** All that the portal says once nothing waits any more. */
async function readAnswers(portal: Portal, entities: readonly Entity[]) {
  for (const task of ['normalise', 'rematch-records', 'measure']) {
    await portal.run(task);
  }
  const measures: EntityMeasuresResponse[] = [];
  const histories: unknown[] = [];
  for (const { kind, metadata } of entities) {
    const path = `/entities/${kind}/default/${metadata.name}`;
    measures.push(await portal.get(`${path}/measures`));
    histories.push(await portal.get(`${path}/history?limit=200`));
  }
  const { sources }: { sources: SourceHealth[] } = await portal.get('/sources');
  return {
    records: await readFeed(portal),
    measures,
    histories,
    overview: await portal.get('/overview'),
    unmatched: await portal.get('/sources/unmatched'),
    sources: sources.map(({ duplicates, ...source }) => source),
    duplicates: sources.map(source => source.duplicates),
  };
}

describe('weeks of the demo year, told through the real doors', () => {
  let inOrder: Answers;
  let disturbed: Answers;

  beforeAll(async () => {
    const folder = resolvePackagePath('backend', 'demo');
    const entities = await readDemoEntities(folder);
    const start = async () =>
      startPortal({ db: await databases.init('SQLITE_3'), entities });
    const told = entities.filter(({ kind }) => kind !== 'User');
    const deliveries = await createYear(
      await readRepositories(folder, { firstDay: NOW }),
      {
        after: NOW - 21 * DAY,
        upTo: NOW,
      },
    );
    // The clock stands still, so that times of receipt and ages of what waits are the same in both portals.
    jest.useFakeTimers({
      now: NOW,
      doNotFake: [
        'clearImmediate',
        'clearInterval',
        'clearTimeout',
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'setInterval',
        'setTimeout',
      ],
    });

    const first = await start();
    await first.run('sync-catalog');
    await send(first, deliveries);
    inOrder = await readAnswers(first, told);

    const second = await start();
    const mixed = disturb(deliveries);
    await send(second, mixed.slice(0, mixed.length / 2));
    // Who claims what is known late, so half of the records are matched once more.
    await second.run('sync-catalog');
    await send(second, mixed.slice(mixed.length / 2));
    disturbed = await readAnswers(second, told);
  });

  afterAll(() => jest.useRealTimers());

  it('tell by whom changes were made', () => {
    const kinds = inOrder.measures.flatMap(({ origins }) =>
      Object.keys(origins.byOrigin),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'agent',
      'dependency-bot',
      'person',
      'unknown',
    ]);
  });

  it('are read whole, but for what cannot be read', () => {
    const { sources, records, measures } = inOrder;
    expect(
      sources.map(({ id, state, backlog, quarantined }) => ({
        id,
        state,
        backlog,
        quarantined,
      })),
    ).toEqual([
      { id: 'alertmanager', state: 'ok', backlog: 0, quarantined: 0 },
      { id: 'cdevents', state: 'ok', backlog: 0, quarantined: 0 },
      { id: 'github', state: 'ok', backlog: 0, quarantined: 1 },
      { id: 'gitlab', state: 'ok', backlog: 0, quarantined: 0 },
      { id: 'grafana', state: 'off', backlog: 0, quarantined: 0 },
      { id: 'junit', state: 'silent', backlog: 0, quarantined: 0 },
      { id: 'pagerduty', state: 'ok', backlog: 0, quarantined: 0 },
      { id: 'rootly', state: 'ok', backlog: 0, quarantined: 0 },
    ]);
    expect(new Set(records.map(({ kind }) => kind))).toEqual(
      new Set([
        'alert',
        'approval',
        'change',
        'deployment',
        'incident',
        'job',
        'link',
        'run',
      ]),
    );
    const waiting = measures.filter(({ sentence }) => sentence?.text);
    expect(waiting.length).toBeGreaterThan(20);
  });

  it('come in as often as they are sent, and count once', () => {
    const [alertmanager, ...others] = inOrder.duplicates;
    // What goes on firing is told again, word for word.
    expect(alertmanager).toBeGreaterThan(10);
    expect(others).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(Math.max(...disturbed.duplicates)).toBeGreaterThan(100);
    expect(disturbed.sources).toEqual(inOrder.sources);
  });

  it.each([
    'records',
    'measures',
    'histories',
    'overview',
    'unmatched',
  ] as const)('make the same %s in whatever order they come', answer => {
    expect(disturbed[answer]).toEqual(inOrder[answer]);
  });
});
