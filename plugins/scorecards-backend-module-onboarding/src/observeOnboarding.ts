import { JsonValue } from '@backstage/types';
import { OnboardingValues } from '@fairlead/backstage-plugin-onboarding-common';
import { ObservedFacts } from '@fairlead/backstage-plugin-scorecards-node';
import { ONBOARDING_FACTS } from './onboardingFacts';

/** The facts of a team or a track. What is not known of it is absent, never zero and never a pass. */
export function observeOnboarding(entity: OnboardingValues): ObservedFacts {
  const values: Record<string, JsonValue> = {};
  const absent: string[] = [];
  for (const { id, valueOf } of ONBOARDING_FACTS) {
    const value = valueOf(entity);
    if (value === undefined) {
      absent.push(id);
    } else {
      values[id] = value;
    }
  }
  return { entityRef: entity.entityRef, values, absent };
}
