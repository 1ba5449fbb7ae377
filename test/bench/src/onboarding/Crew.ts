import { Entity } from '@backstage/catalog-model';
import {
  Journey,
  OnboardingTrackEntityV1alpha1,
} from '@fairlead/backstage-plugin-onboarding-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertGone } from '../servers/assertGone';
import { Server } from '../servers/startServer';
import { Portal } from '../stage/startPortal';
import { askOnboarding, triggerTask } from './askOnboarding';
import { createNewcomers, KINDS, newcomerRefs, TRACK_REF } from './newcomers';

/** How many are put on the track whose tasks records verify. */
const NEWCOMERS = 200;

/** How many tasks the track has that each person of the crew ticks by hand. */
const CHAPTERS = 300;
const CHAPTERS_REF = 'onboardingtrack:default/chapters';

/** Each with requests under way at the same time. */
const AT_ONCE = 4;

/** So many contributions more are told at a time, and so many milliseconds lie between. */
const STEP = 20;
const PAUSE = 50;

/** What is stored: who is on which track, and the tasks that are done. */
export interface StoredJourneys {
  journeys: { userRef: string; trackRef: string }[];
  done: { userRef: string; trackRef: string; taskId: string; by: string }[];
}

/** People who begin journeys, do work that records show, and tick tasks, with what was answered to them. */
export class Crew {
  /** When all of the work is done: in each run the same. */
  readonly #at: string;
  readonly #begun = new Set<string>();
  readonly #ticked = new Set<string>();
  #told = 0;

  static readonly contributions = NEWCOMERS * KINDS.length;

  static create(options: { at: string }): Crew {
    return new Crew(options);
  }

  private constructor(options: { at: string }) {
    this.#at = options.at;
  }

  static entities(): Entity[] {
    return [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name: 'reader' },
        spec: { memberOf: ['team-0'] },
      },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'team-0' },
        spec: { type: 'team', children: [] },
      },
      ...createNewcomers(NEWCOMERS),
      createChapters(),
    ];
  }

  /** How many journeys were answered as begun. */
  get begun(): number {
    return this.#begun.size;
  }

  /** How many ticks were answered as done. */
  get ticked(): number {
    return this.#ticked.size;
  }

  /** Does a share of everything, or as much of it as there is time for before the backend answers no more. */
  async workUntilGone(
    server: Portal,
    share: { of: number; part: number },
  ): Promise<void> {
    const until = (count: number) =>
      Math.floor(((share.part + 1) * count) / share.of);
    const refs = newcomerRefs(NEWCOMERS).slice(0, until(NEWCOMERS));
    await Promise.all(
      [
        this.#begin(server, refs),
        this.#tell(server, until(Crew.contributions)),
        this.#tick(server, until(CHAPTERS)),
      ].map(work => work.catch(assertGone)),
    );
  }

  /** Does all that is left, and again what may have been done. */
  async workToTheEnd(server: Portal): Promise<void> {
    this.#begun.clear();
    await Promise.all([
      this.#begin(server, newcomerRefs(NEWCOMERS)),
      this.#tell(server, Crew.contributions),
      this.#tick(server, CHAPTERS),
    ]);
  }

  /** How much of what was answered as done is not there. */
  countLost({ journeys, done }: StoredJourneys): number {
    const users = new Set(journeys.map(({ userRef }) => userRef));
    const ticked = new Set(done.map(({ taskId }) => taskId));
    return [
      ...[...this.#begun].filter(ref => !users.has(ref)),
      ...[...this.#ticked].filter(id => !ticked.has(id)),
    ].length;
  }

  async #begin(server: Server, userRefs: readonly string[]): Promise<void> {
    await eachOf(userRefs, async user => {
      if (!this.#begun.has(user)) {
        const body = { track: TRACK_REF, user };
        await askOnboarding(server, 'POST', '/journeys', { body });
        this.#begun.add(user);
      }
    });
  }

  async #tell(server: Server, count: number): Promise<void> {
    do {
      this.#told = Math.min(this.#told + STEP, count);
      const query = new URLSearchParams({
        at: this.#at,
        count: String(this.#told),
        newcomers: String(NEWCOMERS),
      });
      await askOnboarding(server, 'POST', `/bench/burst?${query}`);
      await triggerTask(server, 'verify-by-records');
      await sleep(PAUSE);
    } while (this.#told < count);
  }

  async #tick(server: Portal, count: number): Promise<void> {
    const headers = server.userHeaders;
    const { id } = await askOnboarding<{ id: string }>(
      server,
      'POST',
      '/journeys',
      { body: { track: CHAPTERS_REF }, headers },
    );
    const { milestones } = await askOnboarding<Journey>(
      server,
      'GET',
      `/journeys/${id}`,
      { headers },
    );
    const open = milestones
      .flatMap(({ tasks }) => tasks.slice(0, count))
      .filter(({ state }) => state === 'open');
    await eachOf(open, async task => {
      const path = `/journeys/${id}/tasks/${task.id}/complete`;
      await askOnboarding(server, 'POST', path, { body: {}, headers });
      this.#ticked.add(task.id);
    });
  }
}

function createChapters(): OnboardingTrackEntityV1alpha1 {
  const tasks = Array.from({ length: CHAPTERS }, (_, index) => ({
    id: `chapter-${index}`,
    title: `Read chapter ${index}`,
  }));
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'OnboardingTrack',
    metadata: { name: 'chapters', title: 'Chapters' },
    spec: {
      owner: 'team-0',
      starts: ['self'],
      milestones: [{ id: 'all', title: 'All', tasks }],
    },
  };
}

async function eachOf<T>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items].reverse();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = waiting.pop(); item; item = waiting.pop()) {
        await act(item);
      }
    }),
  );
}
