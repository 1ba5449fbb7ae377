import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { JsonObject } from '@backstage/types';
import { TaskRun } from '@fairlead/backstage-plugin-onboarding-common';
import { createServiceClient } from '@fairlead/service-client';

/** Longer than the scaffolder takes to answer; the run itself goes on behind it. */
const ANSWERS_WITHIN_MS = 20_000;

/** Starts runs of templates, and looks how they are. */
export interface Scaffolder {
  /**
   * Starts a run as the person who asks for it, and answers its id. Throws a NotAllowedError, NotFoundError or InputError
   * with the scaffolder's own words where it refuses.
   */
  start(options: {
    templateRef: string;
    values: JsonObject;
    credentials: BackstageCredentials;
  }): Promise<string>;
  /** How a run is; `unknown` where the scaffolder does not know it. */
  getState(runId: string): Promise<TaskRun['state']>;
}

/** The states of the scaffolder, as tasks have them. */
const STATES: Record<string, TaskRun['state']> = {
  open: 'running',
  processing: 'running',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
};

const REFUSALS = new Map<number, new (message: string) => Error>([
  [400, InputError],
  [403, NotAllowedError],
  [404, NotFoundError],
]);

/** The scaffolder backend, wherever it runs. Its own client says no status where it is refused. */
export function createScaffolder(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): Scaffolder {
  const ask = createServiceClient({ ...options, pluginId: 'scaffolder' });
  return {
    async start({ templateRef, values, credentials }) {
      try {
        const response = await ask('/v2/tasks', {
          method: 'POST',
          body: JSON.stringify({ templateRef, values }),
          onBehalfOf: credentials,
          signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
        });
        const { id }: { id: string } = await response.json();
        return id;
      } catch (error) {
        throw toRefusal(error, templateRef);
      }
    },
    async getState(runId) {
      try {
        const response = await ask(`/v2/tasks/${encodeURIComponent(runId)}`, {
          signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
        });
        const { status }: { status: string } = await response.json();
        return STATES[status] ?? 'unknown';
      } catch (error) {
        if (error instanceof ResponseError && error.statusCode === 404) {
          return 'unknown';
        }
        throw error;
      }
    },
  };
}

function toRefusal(error: unknown, templateRef: string): unknown {
  const Refusal =
    error instanceof ResponseError && REFUSALS.get(error.statusCode);
  return Refusal
    ? new Refusal(
        isolated`The scaffolder does not start '${templateRef}' for you: ${
          (error.cause as Error).message
        }`,
      )
    : error;
}
