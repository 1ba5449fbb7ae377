import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { RequestHandler, Router } from 'express';
import { parseInput } from './parseInput';
import { readJsonBody } from './readJsonBody';
import { Route } from './Route';

const DEFAULT_BODY_LIMIT = 256 * 1024;

/** Adds a route to the router: authenticates, reads the request with the route's schemas, and answers. */
export function registerRoute(
  router: Router,
  route: Route,
  options: { httpAuth: HttpAuthService },
): void {
  const { httpAuth } = options;
  const { params, query, body, response, allow = ['user', 'service'] } = route;
  const bodyReaders: RequestHandler[] = body
    ? [readJsonBody(route.bodyLimit ?? DEFAULT_BODY_LIMIT)]
    : [];

  router[route.method](route.path, ...bodyReaders, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    if (body && !req.is('json')) {
      throw new InputError(
        `Body: send JSON with the header 'Content-Type: application/json'`,
      );
    }
    const answer = await route.handle({
      params: params && parseInput(params, req.params, 'Path'),
      query: query && parseInput(query, req.query, 'Query'),
      body: body && parseInput(body, req.body, 'Body'),
      credentials,
      req,
      res,
    });
    if (answer !== undefined) {
      res.status(response.status ?? 200).json(answer);
    }
  });
}
