import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { Request } from 'express';
import { setPolicy } from './policyModule';

/**
 * The default HTTP stack, which on request counts the calls that its plugins make to each other: `POST /calls` starts
 * from nothing, `GET /calls` answers how often who called what and stops. `POST /policies/:name` changes the policy.
 */
export const countedRootHttpRouter = rootHttpRouterServiceFactory({
  configure({ app, applyDefaults }) {
    let calls: Record<string, number> | undefined;

    app.post('/calls', (_req, res) => {
      calls = {};
      res.json({});
    });
    app.get('/calls', (_req, res) => {
      res.json(calls);
      calls = undefined;
    });
    app.post('/policies/:name', (req, res) => {
      setPolicy(req.params.name);
      res.json({});
    });
    app.use((req, _res, next) => {
      if (calls) {
        const call = `${readCaller(req)} → ${req.path}`;
        calls[call] = (calls[call] ?? 0) + 1;
      }
      next();
    });
    applyDefaults();
  },
});

/** The subject of the token: the id of the plugin that calls, or the ref of the user. */
function readCaller(req: Request): string {
  const [, payload] = req.headers.authorization?.split('.') ?? [];
  return payload
    ? JSON.parse(Buffer.from(payload, 'base64url').toString()).sub
    : 'nobody';
}
