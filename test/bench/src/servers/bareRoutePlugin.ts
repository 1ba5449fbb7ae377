import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';

/** The least that an authenticated route can do: `GET /api/bare/route`. */
export const bareRoutePlugin = createBackendPlugin({
  pluginId: 'bare',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        router.get('/route', async (req, res) => {
          await httpAuth.credentials(req);
          res.json({ ok: true });
        });
        httpRouter.use(router);
      },
    });
  },
});
