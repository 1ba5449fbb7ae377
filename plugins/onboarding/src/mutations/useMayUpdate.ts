import { usePermission } from '@backstage/plugin-permission-react';
import {
  onboardingJourneyUpdateAnyPermission,
  onboardingJourneyUpdatePermission,
} from '@fairlead/backstage-plugin-onboarding-common';

/** Whether the reader may change journeys at all. The backend has the last word; this keeps buttons away that it would refuse. */
export function useMayUpdate(): boolean {
  const own = usePermission({ permission: onboardingJourneyUpdatePermission });
  const any = usePermission({
    permission: onboardingJourneyUpdateAnyPermission,
  });
  return own.allowed || any.allowed;
}
