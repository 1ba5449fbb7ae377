import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';

/** The least that an authenticated route that stores something can do: `POST /api/bare-insert/rows` inserts one row. */
export const bareInsertPlugin = createBackendPlugin({
  pluginId: 'bare-insert',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ database, httpAuth, httpRouter }) {
        const knex = await database.getClient();
        if (!(await knex.schema.hasTable('rows'))) {
          await knex.schema.createTable('rows', table => {
            table.bigIncrements('id');
            table.text('payload').notNullable();
          });
        }
        const router = Router();
        router.post('/rows', express.json(), async (req, res) => {
          await httpAuth.credentials(req);
          await knex('rows').insert({ payload: JSON.stringify(req.body) });
          res.status(202).json({ ok: true });
        });
        httpRouter.use(router);
      },
    });
  },
});
