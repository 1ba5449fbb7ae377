import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  Contribution,
  verificationExtensionPoint,
} from '@fairlead/backstage-plugin-onboarding-node';
import Router from 'express-promise-router';
import { createBurst, loginOf } from '../onboarding/newcomers';

const PAGE_SIZE = 500;

/**
 * A source of contributions that tells a burst of them, or its first ones, once it was asked to, `POST
 * /api/onboarding/bench/burst`; how many tasks are done, `GET /api/onboarding/bench/done`; and which, with who is on which
 * track, `GET /api/onboarding/bench/stored`.
 */
export const contributionsModule = createBackendModule({
  pluginId: 'onboarding',
  moduleId: 'bench-contributions',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
        verification: verificationExtensionPoint,
      },
      async init({ database, httpRouter, verification }) {
        let told: Contribution[] = [];
        verification.addContributionSource({
          id: 'bench',
          async *observe({ cursor = '0' }) {
            for (let from = Number(cursor); from < told.length; ) {
              const contributions = told.slice(from, from + PAGE_SIZE);
              from += contributions.length;
              yield { contributions, cursor: String(from) };
            }
          },
          identify: async userRefs =>
            userRefs.map(userRef => ({
              userRef,
              persons: [userRef, loginOf(userRef)],
            })),
        });
        const db = await database.getClient();
        const router = Router();
        router.post('/bench/burst', ({ query }, res) => {
          const { at = new Date().toISOString(), count, newcomers } = query;
          told = createBurst(
            String(at),
            newcomers === undefined ? undefined : Number(newcomers),
          ).slice(0, count === undefined ? undefined : Number(count));
          res.json({ told: told.length });
        });
        router.get('/bench/stored', async (_, res) => {
          const journeys = await db('journeys').select({
            userRef: 'user_ref',
            trackRef: 'track_ref',
          });
          const done = await db('journey_tasks as t')
            .join('journeys as j', 'j.id', 't.journey_id')
            .where('t.state', 'done')
            .select({
              userRef: 'j.user_ref',
              trackRef: 'j.track_ref',
              taskId: 't.task_id',
              by: 't.done_by',
            });
          res.json({ journeys, done });
        });
        router.get('/bench/done', async (_, res) => {
          const rows: { task_id: string; n: number | string }[] = await db(
            'journey_tasks',
          )
            .where('state', 'done')
            .select('task_id')
            .count({ n: '*' })
            .groupBy('task_id');
          res.json(
            Object.fromEntries(rows.map(row => [row.task_id, Number(row.n)])),
          );
        });
        router.get('/bench/identified', async (_, res) => {
          const [{ n }] = await db('identified_users').count({ n: '*' });
          res.json({ identified: Number(n) });
        });
        httpRouter.use(router);
      },
    });
  },
});
