import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AnswerBuddy,
  AskForHelp,
  Journey,
  JourneyReceipt,
  StartJourney,
} from '@fairlead/backstage-plugin-onboarding-common';
import { ServiceClient } from '@fairlead/service-client';
import { ReplayProgress } from '../year/ReplayProgress';
import { FirstChanges } from './FirstChanges';
import { PersonClient } from './PersonClient';
import { DemoNewcomer, startOf } from './readNewcomers';

/**
 * Puts those who came to the demo organisation lately on their tracks, once: as a service that knows when each started. What
 * they and their buddies say themselves they say in person.
 */
export class NewcomersReplay {
  readonly #ask: ServiceClient;
  readonly #askAs: PersonClient;
  readonly #firstChanges: Pick<FirstChanges, 'open'>;
  readonly #firstDay: number;
  readonly #logger: LoggerService;
  readonly #newcomers: readonly DemoNewcomer[];
  readonly #progress: ReplayProgress;

  static create(options: {
    /** Asks the onboarding backend. */
    ask: ServiceClient;
    askAs: PersonClient;
    firstChanges: Pick<FirstChanges, 'open'>;
    firstDay: number;
    logger: LoggerService;
    newcomers: readonly DemoNewcomer[];
    progress: ReplayProgress;
  }): NewcomersReplay {
    return new NewcomersReplay(options);
  }

  private constructor(options: {
    ask: ServiceClient;
    askAs: PersonClient;
    firstChanges: Pick<FirstChanges, 'open'>;
    firstDay: number;
    logger: LoggerService;
    newcomers: readonly DemoNewcomer[];
    progress: ReplayProgress;
  }) {
    this.#ask = options.ask;
    this.#askAs = options.askAs;
    this.#firstChanges = options.firstChanges;
    this.#firstDay = options.firstDay;
    this.#logger = options.logger;
    this.#newcomers = options.newcomers;
    this.#progress = options.progress;
  }

  /** Goes on after the last who was told of. Those whom the backend does not know yet wait for the next run. */
  async run(): Promise<void> {
    const told = (await this.#progress.get()) ?? 0;
    if (told === this.#newcomers.length) {
      return;
    }
    await this.#firstChanges.open();
    for (const [index, newcomer] of this.#newcomers.entries()) {
      if (index >= told) {
        try {
          await this.#tell(newcomer);
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

  async #tell(newcomer: DemoNewcomer): Promise<void> {
    const userRef = `user:default/${newcomer.user}`;
    const response = await this.#ask('/journeys', {
      method: 'POST',
      body: JSON.stringify({
        track: `onboardingtrack:default/${newcomer.track}`,
        user: userRef,
        startAt: new Date(startOf(newcomer, this.#firstDay)).toISOString(),
      } satisfies StartJourney),
    });
    const { id }: JourneyReceipt = await response.json();
    const path = `/journeys/${id}`;
    if (newcomer.buddy) {
      const journey = (await this.#askAs(userRef, path)) as Journey;
      const buddy = journey.people.find(({ role }) => role === 'buddy')?.ref;
      if (buddy) {
        await this.#askAs(buddy, `${path}/buddy`, {
          answer: newcomer.buddy,
        } satisfies AnswerBuddy);
      }
    }
    for (const task of newcomer.done) {
      await this.#askAs(userRef, `${path}/tasks/${task}/complete`, {});
    }
    if (newcomer.stuckOn) {
      const { task, ...answers } = newcomer.stuckOn;
      await this.#askAs(
        userRef,
        `${path}/tasks/${task}/help`,
        answers satisfies AskForHelp,
      );
    }
  }
}
