import { NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

/** The one answer for a scorecard that does not exist and for one that the caller may not see. */
export function unknownScorecard(scorecardRef: string): NotFoundError {
  return new NotFoundError(
    isolated`There is no scorecard '${scorecardRef}', or you may not see it`,
  );
}

/** The one answer for a waiver that does not exist and for one of a result that the caller may not see. */
export function unknownWaiver(id: string): NotFoundError {
  return new NotFoundError(
    isolated`There is no waiver '${id}', or you may not see it`,
  );
}
