import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ChangeUse,
  FinishUse,
  RunbookPage,
  RunbookUse,
  StartUse,
} from '@fairlead/backstage-plugin-runbooks-common';
import { ServiceClient } from '@fairlead/service-client';
import { ReplayProgress } from '../year/ReplayProgress';
import { DemoUse } from './readUses';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const refOf = (name: string) => `runbook:default/${name}`;

const iso = (time: number) => new Date(Math.round(time)).toISOString();

/** Tells the runbooks backend, once, how the demo organisation used its runbooks: as a service that imports uses. */
export class UsesReplay {
  readonly #ask: ServiceClient;
  readonly #logger: LoggerService;
  readonly #progress: ReplayProgress;
  readonly #uses: readonly DemoUse[];

  static create(options: {
    /** Asks the runbooks backend. */
    ask: ServiceClient;
    logger: LoggerService;
    progress: ReplayProgress;
    uses: readonly DemoUse[];
  }): UsesReplay {
    return new UsesReplay(options);
  }

  private constructor(options: {
    ask: ServiceClient;
    logger: LoggerService;
    progress: ReplayProgress;
    uses: readonly DemoUse[];
  }) {
    this.#ask = options.ask;
    this.#logger = options.logger;
    this.#progress = options.progress;
    this.#uses = options.uses;
  }

  /**
   * Does nothing once all of them are told. Those of runbooks and entities that the backend does not know yet wait for
   * the next run; telling one again changes nothing.
   */
  async run(options: { now: number }): Promise<void> {
    if ((await this.#progress.get()) !== undefined) {
      return;
    }
    const ids = await this.#readIds();
    if (!this.#uses.every(({ runbook }) => ids.has(refOf(runbook)))) {
      return;
    }
    try {
      for (const use of this.#uses) {
        await this.#tell(use, { ...options, id: ids.get(refOf(use.runbook))! });
      }
    } catch (error) {
      if (error instanceof ResponseError && error.response.status === 404) {
        return;
      }
      throw error;
    }
    await this.#progress.set(options.now);
    this.#logger.info(`Demo: told ${this.#uses.length} uses of runbooks`);
  }

  /** The ids of the runbooks that the backend knows, by the refs of their entities. */
  async #readIds(): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    let cursor: string | undefined;
    do {
      const page: RunbookPage = await this.#read(
        `/runbooks?limit=500${cursor ? `&cursor=${cursor}` : ''}`,
      );
      for (const { entityRef, id } of page.items) {
        if (entityRef) {
          ids.set(entityRef, id);
        }
      }
      cursor = page.nextCursor;
    } while (cursor);
    return ids;
  }

  async #tell(
    use: DemoUse,
    { id, now }: { id: string; now: number },
  ): Promise<void> {
    const startedAt = startOf(use, now);
    const by = use.by && `user:default/${use.by}`;
    const started = await this.#send<RunbookUse>('POST', '/uses', {
      runbook: id,
      for: use.for === 'drill' ? { drill: true } : { alert: use.for },
      entity: `component:default/${use.entity}`,
      startedAt: iso(startedAt),
      by,
    } satisfies StartUse);
    if (started.finishedAt) {
      return;
    }
    const steps = started.steps.slice(0, use.steps);
    const path = `/uses/${started.id}`;
    for (const [index, step] of steps.entries()) {
      const share = (index + 1) / (steps.length + 1);
      await this.#send('PATCH', path, {
        step: step.id,
        done: true,
        at: iso(startedAt + share * use.minutes * MINUTE),
      } satisfies ChangeUse);
    }
    const endedAt = iso(startedAt + use.minutes * MINUTE);
    if (use.run) {
      await this.#send('PATCH', path, {
        link: use.run,
        at: endedAt,
      } satisfies ChangeUse);
    }
    if (use.outcome) {
      await this.#send('POST', `${path}/finish`, {
        outcome: use.outcome,
        note: use.note,
        finishedAt: endedAt,
        by,
      } satisfies FinishUse);
    }
  }

  async #read<T>(path: string): Promise<T> {
    const response = await this.#ask(path);
    return response.json();
  }

  async #send<T>(method: string, path: string, body: object): Promise<T> {
    const response = await this.#ask(path, {
      method,
      body: JSON.stringify(body),
    });
    return response.json();
  }
}

/** Of what is days ago the same all through a day, so that it is told as the same when it is told again. */
function startOf(
  { at, daysAgo = 0, minutesAgo }: DemoUse,
  now: number,
): number {
  if (minutesAgo !== undefined) {
    return Math.floor(now / MINUTE - minutesAgo) * MINUTE;
  }
  const [hours, minutes] = (at ?? '00:00').split(':').map(Number);
  const today = Math.floor(now / DAY) * DAY;
  return today - daysAgo * DAY + (hours * 60 + minutes) * MINUTE;
}
