import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ForCaller, readActor } from '@fairlead/backend-routes';
import { onboardingJourneyUpdateAnyPermission } from '@fairlead/backstage-plugin-onboarding-common';
import { VisibilityService } from '../../catalog/visibility';
import { TrackReader } from './TrackAnswers';

/** What a caller may see of tracks. Throws a NotAllowedError for who may not read them at all. */
export async function readTrackReader(
  options: { permissions: PermissionsService; visibility: VisibilityService },
  caller: ForCaller,
): Promise<TrackReader> {
  const { ref, isService } = readActor(caller.credentials);
  const [visible, [any]] = await Promise.all([
    options.visibility.ofCatalog(caller),
    options.permissions.authorize(
      [{ permission: onboardingJourneyUpdateAnyPermission }],
      caller,
    ),
  ]);
  return {
    visible,
    ...(!isService && { userRef: ref }),
    mayAny: any.result === AuthorizeResult.ALLOW,
  };
}
