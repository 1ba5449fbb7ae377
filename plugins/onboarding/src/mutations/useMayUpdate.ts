import { usePermission } from '@backstage/plugin-permission-react';
import { onboardingJourneyUpdatePermission } from '@fairlead/backstage-plugin-onboarding-common';

/** Whether the reader may change journeys at all. The backend has the last word; this keeps buttons away that it would refuse. */
export function useMayUpdate(): boolean {
  return usePermission({ permission: onboardingJourneyUpdatePermission })
    .allowed;
}
