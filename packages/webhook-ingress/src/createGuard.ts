import { RequestValidator } from '@backstage/plugin-events-node';
import { GuardedIngress } from './GuardedIngress';

/** Makes the validator of an ingress. */
export function createGuard(options: {
  ingress: GuardedIngress;
  secrets: readonly string[];
  /** Set while there is no secret. */
  remedy?: string;
  onRejected(reason: string): Promise<void>;
}): RequestValidator {
  const { ingress, secrets, remedy, onRejected } = options;
  return async (request, context) => {
    const isProven = secrets.length > 0 && ingress.verify(request, secrets);
    for (const name of ingress.secretHeaders ?? []) {
      delete request.headers[name.toLowerCase()];
    }
    if (isProven) {
      return;
    }
    const reason =
      remedy ??
      `The sender is not proven: send ${ingress.proof}, made with a secret of ${ingress.configKey}`;
    context.reject({
      status: 403,
      payload: {
        error: { name: 'NotAllowedError', message: reason },
        response: { statusCode: 403 },
      },
    });
    await onRejected(reason);
  };
}
