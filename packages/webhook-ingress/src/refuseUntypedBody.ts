import { HttpRouterService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

type RequestHandler = Parameters<HttpRouterService['use']>[0];

/** Answers 400 where the events backend would answer 500: to a webhook that does not say what its body is. */
export const refuseUntypedBody: RequestHandler = (request, _, next) => {
  const isUntyped =
    request.path.startsWith('/http/') && !request.headers['content-type'];
  next(
    isUntyped
      ? new InputError("Header Content-Type is missing: 'application/json'")
      : undefined,
  );
};
