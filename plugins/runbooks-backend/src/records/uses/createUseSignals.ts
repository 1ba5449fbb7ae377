import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  USES_SIGNAL_CHANNEL,
  UseSignal,
} from '@fairlead/backstage-plugin-runbooks-common';

/**
 * Tells all who look on that a use changed, and nothing of it, so that everybody may hear it. Pages that hear nothing,
 * because the portal has no signals, ask again by themselves.
 */
export function createUseSignals(options: {
  logger: LoggerService;
  signals: SignalsService;
}): (signal: UseSignal) => void {
  const { logger, signals } = options;
  return message => {
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: USES_SIGNAL_CHANNEL,
        message,
      })
      .catch(error =>
        logger.debug('No signal of the use of a runbook', toError(error)),
      );
  };
}
