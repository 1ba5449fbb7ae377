import { ServiceUnavailableError } from '@backstage/errors';
import { describeDatabaseError, isTransient } from '@fairlead/database-health';
import { Response } from 'express';

/** Seconds. Databases and backends come back in about so much. */
const RETRY_AFTER = 10;

/** Of `@backstage/errors`: what is thrown on purpose, with a message that is meant for whoever asks. */
const TOLD =
  /^(Authentication|Conflict|Input|NotAllowed|NotFound|NotImplemented|NotModified|ServiceUnavailable)Error$/;

/**
 * Backstage's error handler keeps errors of a class of this name out of answers, and logs them under an id that the
 * answer names.
 */
class DatabaseError extends Error {}

/** As much of an error as says what to make of it. */
interface Signs {
  name?: string;
  message?: string;
  stack?: string;
  status?: unknown;
  statusCode?: unknown;
  cause?: unknown;
}

/**
 * What a route answers with in place of an error: 503 with `Retry-After` while the database or another backend is away,
 * what was thrown on purpose as it is, and nothing of the rest, whose message may hold a statement with all that was to
 * be written.
 */
export function toAnswerableError(error: unknown, res: Response): unknown {
  const { name, status, statusCode, cause } = error as Signs;
  const isFailedAnswer = name === 'ResponseError' && Number(statusCode) >= 500;
  const isTold = typeof (status ?? statusCode) === 'number';
  if (!isFailedAnswer && (isTold || TOLD.test(String(name)))) {
    return error;
  }
  if (isFailedAnswer || isTransient(cause)) {
    return unavailable('Another backend of the portal does not answer', res);
  }
  return isTransient(error)
    ? unavailable('The database does not answer', res)
    : hide(error as Signs);
}

function unavailable(what: string, res: Response): Error {
  res.setHeader('Retry-After', RETRY_AFTER);
  return new ServiceUnavailableError(`${what}; try again in a moment`);
}

function hide(error: Signs): Error {
  const { name = 'Error', message = '', stack } = error;
  const reason = describeDatabaseError(error);
  const hidden = new DatabaseError(reason);
  hidden.name = name;
  hidden.stack = stack?.replace(message, () => reason);
  return hidden;
}
