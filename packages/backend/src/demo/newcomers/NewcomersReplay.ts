import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AnswerBuddy,
  AskForHelp,
  CompleteTask,
  Journey,
  JourneyReceipt,
  MyJourneys,
  StartJourney,
  TrackPage,
} from '@fairlead/backstage-plugin-onboarding-common';
import { ServiceClient } from '@fairlead/service-client';
import { PersonClient } from '../people';
import { ReplayProgress } from '../year/ReplayProgress';
import { FirstChanges } from './FirstChanges';
import { DemoNewcomer, startOf } from './readNewcomers';
import { tickedAt } from './tickedAt';

const refOf = (track: string) => `onboardingtrack:default/${track}`;

/**
 * Puts those who came to the demo organisation lately on their tracks, once: as a service that knows when each started, and
 * as software that knows when they ticked what. All else that they and their buddies say they say in person.
 */
export class NewcomersReplay {
  readonly #ask: ServiceClient;
  readonly #people: PersonClient;
  readonly #firstChanges: Pick<FirstChanges, 'open'>;
  readonly #firstDay: number;
  readonly #logger: LoggerService;
  readonly #newcomers: readonly DemoNewcomer[];
  readonly #progress: ReplayProgress;

  static create(options: {
    /** Asks the onboarding backend. */
    ask: ServiceClient;
    firstChanges: Pick<FirstChanges, 'open'>;
    firstDay: number;
    logger: LoggerService;
    newcomers: readonly DemoNewcomer[];
    people: PersonClient;
    progress: ReplayProgress;
  }): NewcomersReplay {
    return new NewcomersReplay(options);
  }

  private constructor(options: {
    ask: ServiceClient;
    firstChanges: Pick<FirstChanges, 'open'>;
    firstDay: number;
    logger: LoggerService;
    newcomers: readonly DemoNewcomer[];
    people: PersonClient;
    progress: ReplayProgress;
  }) {
    this.#ask = options.ask;
    this.#people = options.people;
    this.#firstChanges = options.firstChanges;
    this.#firstDay = options.firstDay;
    this.#logger = options.logger;
    this.#newcomers = options.newcomers;
    this.#progress = options.progress;
  }

  /** Goes on after the last who was told of. Those whom the backend does not know yet wait for the next run. */
  async run(): Promise<void> {
    const steps = [
      ...this.#newcomers.map(newcomer => () => this.#tell(newcomer)),
      ...this.#newcomers
        .filter(({ finishes }) => finishes)
        .map(newcomer => () => this.#finish(newcomer)),
    ];
    const told = (await this.#progress.get()) ?? 0;
    if (told === steps.length) {
      return;
    }
    if (!(await this.#areTracksKnown())) {
      return;
    }
    await this.#firstChanges.open();
    for (const [index, step] of steps.entries()) {
      if (index >= told) {
        try {
          if (!(await step())) {
            return;
          }
        } catch (error) {
          if (error instanceof ResponseError && error.statusCode === 404) {
            return;
          }
          throw error;
        }
        await this.#progress.set(index + 1);
      }
    }
    this.#logger.info(`Demo: ${this.#newcomers.length} people are on tracks`);
  }

  async #areTracksKnown(): Promise<boolean> {
    const response = await this.#ask('/tracks?limit=100');
    const { items }: TrackPage = await response.json();
    const known = items.map(({ trackRef }) => trackRef);
    return this.#newcomers.every(({ track }) => known.includes(refOf(track)));
  }

  async #tell(newcomer: DemoNewcomer): Promise<boolean> {
    const userRef = `user:default/${newcomer.user}`;
    const response = await this.#ask('/journeys', {
      method: 'POST',
      body: JSON.stringify({
        track: refOf(newcomer.track),
        user: userRef,
        startAt: new Date(startOf(newcomer, this.#firstDay)).toISOString(),
      } satisfies StartJourney),
    });
    const { id }: JourneyReceipt = await response.json();
    const path = `/journeys/${id}`;
    if (newcomer.buddy) {
      const journey = (await this.#people.askAs(userRef, path)) as Journey;
      const buddy = journey.people.find(({ role }) => role === 'buddy')?.ref;
      if (buddy) {
        await this.#people.askAs(buddy, `${path}/buddy`, {
          answer: newcomer.buddy,
        } satisfies AnswerBuddy);
      }
    }
    for (const [nth, task] of newcomer.done.entries()) {
      await this.#tick(newcomer, `${path}/tasks/${task}`, nth);
    }
    if (newcomer.stuckOn) {
      const { task, ...answers } = newcomer.stuckOn;
      await this.#people.askAs(
        userRef,
        `${path}/tasks/${task}/help`,
        answers satisfies AskForHelp,
      );
    }
    return true;
  }

  /** Waits for the tasks that the catalog adds. */
  async #finish(newcomer: DemoNewcomer): Promise<boolean> {
    const { done, track, user } = newcomer;
    const userRef = `user:default/${user}`;
    const { journeys } = (await this.#people.askAs(
      userRef,
      '/journeys/me',
    )) as MyJourneys;
    const journey = journeys.find(({ trackRef }) => trackRef === refOf(track));
    const tasks = journey?.milestones.flatMap(milestone => milestone.tasks);
    const isComplete =
      journey?.state === 'finished' ||
      tasks?.some(({ generated }) => generated);
    if (!journey || !tasks || !isComplete) {
      return false;
    }
    const left = tasks.filter(({ can }) => can.includes('complete'));
    for (const [index, { id }] of left.entries()) {
      await this.#tick(
        newcomer,
        `/journeys/${journey.id}/tasks/${id}`,
        done.length + index,
      );
    }
    return true;
  }

  async #tick(
    newcomer: DemoNewcomer,
    path: string,
    nth: number,
  ): Promise<void> {
    const at = tickedAt(newcomer, {
      firstDay: this.#firstDay,
      nth,
      now: Date.now(),
    });
    await this.#people.askFor(
      `user:default/${newcomer.user}`,
      `${path}/complete`,
      { at: new Date(at).toISOString() } satisfies CompleteTask,
    );
  }
}
