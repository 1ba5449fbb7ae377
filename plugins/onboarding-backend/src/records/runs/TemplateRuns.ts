import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Clock } from '@fairlead/bulk-sql';
import { JsonObject, JsonValue } from '@backstage/types';
import { JourneyReceipt } from '@fairlead/backstage-plugin-onboarding-common';
import { changeInTurn } from '@fairlead/database-health';
import { Knex } from 'knex';
import { DbJourneyTaskRow } from '../../database/tables';
import { Scaffolder } from '../../intake/scaffolder';
import {
  assertGoesOn,
  assertUnlocked,
  findTaskOfOwn,
  JourneyActor,
  JourneyInHand,
  lockJourneys,
  toReceipt,
  writeJourneys,
} from '../journeys';

/** For so long a start that came to no run keeps another one away: the process that began it may have died. */
const STARTS_WITHIN = 2 * 60_000;

/** Starts runs of the templates that tasks name. */
export class TemplateRuns {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #scaffolder: Scaffolder;

  static create(options: {
    clock?: Clock;
    db: Knex;
    scaffolder: Scaffolder;
  }): TemplateRuns {
    return new TemplateRuns(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    scaffolder: Scaffolder;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#scaffolder = options.scaffolder;
  }

  /**
   * Starts the template of a task. A run that goes on is left to go on. Throws a NotFoundError for a journey that the
   * caller may not know, a NotAllowedError where the task is for somebody else, and a ConflictError for a task that starts
   * none or cannot be begun yet.
   */
  async start(request: {
    journeyId: string;
    taskId: string;
    actor: JourneyActor;
    credentials: BackstageCredentials;
  }): Promise<JourneyReceipt> {
    const { credentials, journeyId, taskId } = request;
    const { receipt, toStart } = await this.#claim(request);
    if (!toStart) {
      return receipt;
    }
    let runId: string | null = null;
    try {
      runId = await this.#scaffolder.start({ ...toStart, credentials });
    } finally {
      // One that was refused may be tried again at once.
      await this.#change(journeyId, taskId, task => ({
        ...task,
        run_id: runId,
        run_state: runId === null ? 'failed' : 'running',
      }));
    }
    return receipt;
  }

  /** Takes the start for this call, so that two clicks start one run: there is nothing to start where one goes on. */
  async #claim(request: {
    journeyId: string;
    taskId: string;
    actor: JourneyActor;
  }): Promise<{
    receipt: JourneyReceipt;
    toStart?: { templateRef: string; values: JsonObject };
  }> {
    const { taskId } = request;
    const now = this.#clock();
    return changeInTurn(this.#db, async tx => {
      const { journey, task, planned } = await findTaskOfOwn(tx, request);
      const receipt = toReceipt(journey.row);
      assertGoesOn(journey);
      if (!('template' in planned.verifiedBy)) {
        throw new ConflictError(
          isolated`The task '${taskId}' starts no template`,
        );
      }
      if (task.state !== 'open') {
        throw new ConflictError(
          isolated`The task '${taskId}' is not open; there is nothing to start`,
        );
      }
      assertUnlocked(journey, taskId);
      if (isStarting(task, now)) {
        return { receipt };
      }
      journey.tasks.set(taskId, {
        ...task,
        run_id: null,
        run_state: 'running',
        run_at: now,
      });
      await writeJourneys(tx, [journey], { now });
      const { template, values = {} } = planned.verifiedBy;
      return {
        receipt,
        toStart: {
          templateRef: template,
          values: fillIn(values, journey) as JsonObject,
        },
      };
    });
  }

  async #change(
    journeyId: string,
    taskId: string,
    change: (task: DbJourneyTaskRow) => DbJourneyTaskRow,
  ): Promise<void> {
    await changeInTurn(this.#db, async tx => {
      const [journey] = await lockJourneys(tx, [journeyId]);
      const task = journey?.tasks.get(taskId);
      if (task) {
        journey.tasks.set(taskId, change(task));
        await writeJourneys(tx, [journey], { now: this.#clock() });
      }
    });
  }
}

function isStarting(task: DbJourneyTaskRow, now: number): boolean {
  return (
    task.run_state === 'running' &&
    (task.run_id !== null || now - Number(task.run_at) < STARTS_WITHIN)
  );
}

/** Values with the names of the user and of their team in place of `{{user}}` and `{{team}}`. */
function fillIn(value: JsonValue, journey: JourneyInHand): JsonValue {
  const { team_ref: team, user_ref: user } = journey.row;
  if (typeof value === 'string') {
    return value
      .replaceAll('{{user}}', parseEntityRef(user).name)
      .replaceAll('{{team}}', team === null ? '' : parseEntityRef(team).name);
  }
  if (Array.isArray(value)) {
    return value.map(item => fillIn(item, journey));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, item]) => [
          name,
          fillIn(item as JsonValue, journey),
        ]),
      )
    : value;
}
