import { NotFoundError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';

/**
 * Throws a NotFoundError for a user: systems are measured, not people. It is the same for users that exist and for others.
 */
export function assertNoPerson(entityRef: string): void {
  if (parseEntityRef(entityRef).kind === 'user') {
    throw new NotFoundError(
      'There is nothing measured of single persons; ask for their teams',
    );
  }
}
