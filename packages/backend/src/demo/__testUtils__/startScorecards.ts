import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scorecardsBackend from '@fairlead/backstage-plugin-scorecards-backend';
import { Knex } from 'knex';
import { PersonClient } from '../people';

/** A scorecards backend that is told of some entities, and is asked by their people. Nothing runs by itself. */
export async function startScorecards(options: {
  db: Knex;
  entities: Entity[];
}) {
  const { db, entities } = options;
  const teamsOf = (userRef: string) =>
    entities
      .find(({ metadata }) => metadata.uid === userRef)!
      .relations!.filter(({ type }) => type === 'memberOf')
      .map(({ targetRef }) => targetRef);
  const inside: { scheduler?: SchedulerService } = {};
  const backend = await startTestBackend({
    features: [
      scorecardsBackend,
      createBackendModule({
        pluginId: 'scorecards',
        moduleId: 'inside',
        register(env) {
          env.registerInit({
            deps: { scheduler: coreServices.scheduler },
            async init({ scheduler }) {
              inside.scheduler = scheduler;
            },
          });
        },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogServiceMock({ entities }),
      }),
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const { userEntityRef } = credentials.principal as {
            userEntityRef: string;
          };
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...teamsOf(userEntityRef)],
          };
        },
      }).factory,
      mockServices.database.factory({ knex: db }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
    ],
  });
  const askAs: PersonClient['askAs'] = async (userRef, path, body) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/scorecards${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          Authorization: mockCredentials.user.header(userRef),
          'Content-Type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  };
  const run = (task: string) => inside.scheduler!.triggerTask(task);
  return {
    people: { askAs },
    /** Reads the catalog and judges all that is due. */
    async evaluate() {
      await run('sync-catalog');
      await run('fact-source-catalog');
      await run('evaluate-definitions');
      let due: number;
      do {
        await run('evaluate-due');
        const [{ count }] = await db('entities')
          .where('evaluate_at', '<=', Date.now())
          .count({ count: '*' });
        due = Number(count);
      } while (due);
    },
    stop: () => backend.stop(),
  };
}
