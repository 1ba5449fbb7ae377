import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { RequestHandler, Router } from 'express';
import { parseInput } from './parseInput';
import { readBody } from './readBody';
import { DEFAULT_MEDIA_TYPES, Route } from './Route';
import { toAnswerableError } from './toAnswerableError';

const DEFAULT_BODY_LIMIT = 256 * 1024;

/** Adds a route to the router: authenticates, reads the request with the route's schemas, and answers. @public */
export function registerRoute(
  router: Router,
  route: Route,
  options: { httpAuth: HttpAuthService },
): void {
  const { httpAuth } = options;
  const { params, query, body, response, allow = ['user', 'service'] } = route;
  const mediaTypes = route.mediaTypes ?? DEFAULT_MEDIA_TYPES;
  const bodyReaders: RequestHandler[] = body
    ? [
        readBody({
          bytes: route.bytes,
          limit: route.bodyLimit ?? DEFAULT_BODY_LIMIT,
          mediaTypes,
        }),
      ]
    : [];

  const answer: RequestHandler = async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    if (body && !req.is([...mediaTypes])) {
      throw new InputError(
        `Body: send it with the header 'Content-Type: ${mediaTypes.join(
          "' or '",
        )}'`,
      );
    }
    const answered = await route.handle({
      params: params && parseInput(params, req.params, 'Path'),
      query: query && parseInput(query, req.query, 'Query'),
      body: body && parseInput(body, req.body, 'Body'),
      credentials,
      req,
      res,
    });
    if (answered !== undefined) {
      res.status(response.status ?? 200).json(answered);
    }
  };

  router[route.method](route.path, ...bodyReaders, async (req, res, next) => {
    try {
      await answer(req, res, next);
    } catch (error) {
      throw toAnswerableError(error, res);
    }
  });
}
