import {
  HttpRouterService,
  LifecycleService,
} from '@backstage/backend-plugin-api';

type RequestHandler = Parameters<HttpRouterService['use']>[0];
type Response = Parameters<RequestHandler>[1];

/** Where subscribers of the event bus wait for the next event, each for the better part of a minute. */
const LONG_POLL = /^\/bus\/v1\/subscriptions\/[^/]+\/events$/;

/** Milliseconds. */
const LOOK_AGAIN_AFTER = 100;

/**
 * Ends the waiting of the event bus's subscribers with the process. They ask again, elsewhere or later; until they did,
 * the HTTP server would not end.
 */
export function endLongPolls(options: {
  httpRouter: HttpRouterService;
  lifecycle: LifecycleService;
}): void {
  const { httpRouter, lifecycle } = options;
  const waiting = new Set<Response>();
  httpRouter.use((request, response, next) => {
    if (LONG_POLL.test(request.path)) {
      waiting.add(response);
      response.once('close', () => waiting.delete(response));
    }
    next();
  });
  const endAll = () => {
    for (const response of waiting) {
      // A poll without headers yet may be about to deliver events, which would be lost.
      if (response.headersSent) {
        response.end();
      }
    }
  };
  lifecycle.addShutdownHook(() => {
    endAll();
    setInterval(endAll, LOOK_AGAIN_AFTER).unref();
  });
}
