import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';

/** Throws a NotAllowedError, naming the permission, when the caller does not have it. @public */
export async function assertAllowed(
  permissions: PermissionsService,
  permission: BasicPermission,
  options: { credentials: BackstageCredentials },
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission }], options);
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`You need the permission '${permission.name}'`);
  }
}
