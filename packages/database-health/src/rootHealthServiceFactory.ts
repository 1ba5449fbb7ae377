import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { databaseChecksServiceRef } from './databaseChecks';

const no = (message: string) => ({
  status: 503,
  payload: { message, status: 'error' },
});

/**
 * Takes the place of Backstage's own health service, to which plugins cannot add anything: readiness says no as well
 * while a database does not answer, so that traffic goes to replicas that reach theirs. Liveness does not: a restart
 * brings no database back.
 *
 * @public
 */
export const rootHealthServiceFactory = createServiceFactory({
  service: coreServices.rootHealth,
  deps: {
    databases: databaseChecksServiceRef,
    lifecycle: coreServices.rootLifecycle,
  },
  factory({ databases, lifecycle }) {
    let state: 'starting' | 'up' | 'down' = 'starting';
    lifecycle.addStartupHook(() => {
      state = 'up';
    });
    lifecycle.addBeforeShutdownHook(() => {
      state = 'down';
    });
    const yes = { status: 200, payload: { status: 'ok' } };
    return {
      getLiveness: async () => yes,
      async getReadiness() {
        if (state !== 'up') {
          return no(
            state === 'down'
              ? 'Backend is shutting down'
              : 'Backend has not started yet',
          );
        }
        const away = await databases.findAway();
        return away.length === 0
          ? yes
          : no(`The database does not answer: ${away.join(', ')}`);
      },
    };
  },
});
