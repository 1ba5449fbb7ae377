import { NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

/** The one answer for an attestation that does not exist and for one of a result that the caller may not see. */
export function unknownAttestation(id: string): NotFoundError {
  return new NotFoundError(
    isolated`There is no answer '${id}', or you may not see it`,
  );
}
