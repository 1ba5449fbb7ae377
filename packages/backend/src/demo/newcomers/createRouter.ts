import { HttpAuthService } from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';
import { FirstChanges } from './FirstChanges';

/** What whoever opens the demo can set off. */
export function createRouter(options: {
  firstChanges: FirstChanges;
  httpAuth: HttpAuthService;
}) {
  const { firstChanges, httpAuth } = options;
  const router = Router();
  router.get('/first-change', async (req, res) => {
    const { principal } = await httpAuth.credentials(req, { allow: ['user'] });
    res.json({ state: await firstChanges.stateOf(principal.userEntityRef) });
  });
  router.post('/first-change/merge', async (req, res) => {
    const { principal } = await httpAuth.credentials(req, { allow: ['user'] });
    await firstChanges.merge(principal.userEntityRef, { now: Date.now() });
    res.status(204).end();
  });
  return router;
}
