import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  OnboardingTrackEntityV1alpha1,
  validateTrack,
} from '@fairlead/backstage-plugin-onboarding-common';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readDemoEntities } from '../year/__testUtils__/readDemoEntities';
import { createYear } from '../year/createYear';
import { DemoDelivery } from '../year/DemoDelivery';
import { readRepositories } from '../year/readRepositories';
import { ReplayProgress } from '../year/ReplayProgress';
import { FirstChanges } from './FirstChanges';
import { readFirstChanges } from './readFirstChanges';
import { DemoNewcomer, readNewcomers, startOf } from './readNewcomers';
import { tickedAt } from './tickedAt';

jest.setTimeout(60_000);

const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-11-20T12:00:00Z');
const firstDay = NOW - (NOW % DAY);
const folder = resolvePackagePath('backend', 'demo');

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function readTracks() {
  const files = await readdir(join(folder, 'tracks'));
  const tracks: OnboardingTrackEntityV1alpha1[] = await Promise.all(
    files.map(async file =>
      parse(await readFile(join(folder, 'tracks', file), 'utf8')),
    ),
  );
  return new Map(tracks.map(track => [track.metadata.name, track]));
}

/** The pull requests that a delivery tells of, with whoever made them. */
const changeOf = ({ body }: DemoDelivery) =>
  body.pull_request as
    | { user: { login: string }; created_at: string }
    | undefined;

describe('the newcomers of the demo', () => {
  let newcomers: DemoNewcomer[];

  beforeAll(async () => {
    newcomers = await readNewcomers(folder);
  });

  it('are people of the catalog, on tracks that are right', async () => {
    const tracks = await readTracks();
    for (const track of tracks.values()) {
      expect([track.metadata.name, validateTrack(track)]).toEqual([
        track.metadata.name,
        [],
      ]);
    }
    const users = (await readDemoEntities(folder))
      .filter(({ kind }) => kind === 'User')
      .map(({ metadata }) => metadata.name);
    const tasksOf = (name: string): string[] => {
      const { milestones, includes = [] } = tracks.get(name)!.spec;
      return [
        ...includes.flatMap(ref => tasksOf(ref.replace(/^.*\//, ''))),
        ...milestones.flatMap(({ tasks }) => tasks.map(({ id }) => id)),
      ];
    };
    for (const { user, track, done, stuckOn } of newcomers) {
      expect(users).toContain(user);
      expect(tasksOf(track)).toEqual(
        expect.arrayContaining([...done, ...(stuckOn ? [stuckOn.task] : [])]),
      );
    }
  });

  it('have a cohort of five in a quarter, whenever one looks', () => {
    const quarterOf = (time: number) => {
      const date = new Date(time);
      return `${date.getUTCFullYear()} ${Math.floor(date.getUTCMonth() / 3)}`;
    };
    for (let day = 0; day < 365; day += 1) {
      const counts = new Map<string, number>();
      for (const newcomer of newcomers.filter(
        ({ track }) => track === 'organisation',
      )) {
        const quarter = quarterOf(startOf(newcomer, firstDay + day * DAY));
        counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
      }
      expect(Math.max(...counts.values())).toBeGreaterThanOrEqual(5);
    }
  });

  it('do nothing before they start, and merge something soon', async () => {
    const repositories = await readRepositories(folder, { firstDay });
    const year = await createYear(repositories, {
      after: NOW - 140 * DAY,
      upTo: NOW,
    });
    const starts = new Map(
      repositories.flatMap(one => [...(one.newcomers ?? [])]),
    );
    const early = year.filter(delivery => {
      const change = changeOf(delivery);
      const since = change && starts.get(change.user.login)?.since;
      return (
        change && since !== undefined && Date.parse(change.created_at) < since
      );
    });
    expect(early).toEqual([]);
    const authors = new Set(
      year
        .filter(({ body }) => body.action === 'closed')
        .map(delivery => changeOf(delivery)?.user.login),
    );
    const settled = [...starts].filter(
      ([, { since }]) => since > NOW - 125 * DAY && since < NOW - 30 * DAY,
    );
    expect(settled.length).toBeGreaterThanOrEqual(10);
    expect(
      settled.filter(([login]) => !authors.has(login)).length,
    ).toBeLessThan(settled.length / 3);
  });

  it('tick their tasks one after the other, at work, through their first month', () => {
    const old = newcomers.filter(({ daysAgo }) => daysAgo > 60);
    expect(old.length).toBeGreaterThan(5);
    for (const newcomer of old) {
      const start = startOf(newcomer, firstDay);
      const ticks = [0, 1, 2, 3, 4, 5, 6].map(nth =>
        tickedAt(newcomer, { firstDay, nth, now: NOW }),
      );
      expect(ticks[0]).toBeGreaterThan(start);
      expect(ticks[1]).toBeLessThan(start + 6 * DAY);
      expect(ticks[6]).toBeLessThan(start + 30 * DAY);
      expect(Math.min(...ticks.slice(2))).toBeGreaterThan(ticks[1]);
      for (const tick of ticks) {
        expect(new Date(tick).getUTCDay() % 6).not.toBe(0);
      }
    }
    const guest = newcomers.find(({ user }) => user === 'guest')!;
    expect(tickedAt(guest, { firstDay, nth: 9, now: NOW })).toBe(NOW);
  });

  it('are named by those who tell of their builds, CDEvents too', async () => {
    const repositories = await readRepositories(folder, { firstDay });
    const year = await createYear(
      repositories.filter(({ habits }) => habits.door === 'cdevents'),
      { after: NOW - 60 * DAY, upTo: NOW },
    );
    const starters = year
      .filter(({ door }) => door === 'cdevents')
      .map(({ body }) => (body.customData as { startedBy?: string }).startedBy);
    const crews = repositories.flatMap(({ people }) => people);
    expect(starters.some(Boolean)).toBe(true);
    expect(crews).toEqual(
      expect.arrayContaining(
        starters.filter(login => login && !login.endsWith('[bot]')),
      ),
    );
  });

  it('leave the guest a change that is merged once, however often one says so', async () => {
    const sent: DemoDelivery[] = [];
    const database = mockServices.database({
      knex: await databases.init('SQLITE_3'),
    });
    const changes = FirstChanges.create({
      changes: readFirstChanges(
        newcomers.map(newcomer =>
          newcomer.user === 'zoe.papadaki'
            ? {
                ...newcomer,
                firstChange: { component: 'booking-api', login: 'zoe' },
              }
            : newcomer,
        ),
        {
          firstDay,
          repositories: await readRepositories(folder, { firstDay }),
        },
      ),
      progressOf: userRef =>
        ReplayProgress.create(database, `first-change ${userRef}`),
      sender: { send: async deliveries => void sent.push(...deliveries) },
    });
    const actions = () =>
      sent.map(({ event, body }) =>
        [
          event,
          body.action,
          (body.deployment_status as { state?: string } | undefined)?.state,
        ].join(' '),
      );
    await changes.open();
    expect(actions()).toContain('pull_request opened ');
    expect(actions()).not.toContain('pull_request closed ');
    expect(await changes.stateOf('user:default/guest')).toBe('open');

    sent.length = 0;
    await changes.merge('user:default/guest', { now: NOW });
    const first = JSON.stringify(sent);
    expect(actions()).toEqual(
      expect.arrayContaining([
        'pull_request closed ',
        'deployment_status created success',
      ]),
    );
    expect(sent.every(({ at }) => at <= NOW)).toBe(true);
    expect(await changes.stateOf('user:default/guest')).toBe('merged');
    expect(await changes.stateOf('user:default/zoe.papadaki')).toBe('open');

    sent.length = 0;
    await changes.merge('user:default/guest', { now: NOW + DAY });
    expect(JSON.stringify(sent)).toBe(first);
    await expect(
      changes.merge('user:default/freya.sandvik', { now: NOW }),
    ).rejects.toThrow('No change of yours waits');
  });
});
