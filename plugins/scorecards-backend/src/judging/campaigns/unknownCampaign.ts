import { NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

/** The one answer for a campaign that does not exist and for one whose scorecard the caller may not see. */
export function unknownCampaign(id: string): NotFoundError {
  return new NotFoundError(
    isolated`There is no campaign '${id}', or you may not see it`,
  );
}
