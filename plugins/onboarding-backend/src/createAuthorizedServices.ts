import { PermissionsService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { VisibilityService } from './catalog/visibility';

/** What routes and actions ask: each looks at who asks. */
export interface AuthorizedServices {}

/** Puts an authorized service before each that a caller from outside may reach. */
export function createAuthorizedServices(_options: {
  db: Knex;
  permissions: PermissionsService;
  visibility: VisibilityService;
}): AuthorizedServices {
  return {};
}
