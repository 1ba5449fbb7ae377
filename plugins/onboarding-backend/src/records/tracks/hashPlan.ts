import { TrackPlan } from '@fairlead/backstage-plugin-onboarding-common';
import { createHash } from 'node:crypto';

/** What tells two plans apart. Composing writes the fields of equal plans in the same order. */
export function hashPlan(plan: TrackPlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('base64url');
}
