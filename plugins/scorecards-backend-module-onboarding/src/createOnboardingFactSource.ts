import { OnboardingService } from '@fairlead/backstage-plugin-onboarding-node';
import {
  FactSource,
  observeValues,
} from '@fairlead/backstage-plugin-scorecards-node';
import { observeOnboarding } from './observeOnboarding';
import { ONBOARDING_FACTS } from './onboardingFacts';

/** Twice as long as between two readings of everything, and some more. */
const TIME_TO_LIVE = '50h';

const DEFINITIONS =
  'https://github.com/fairlead/fairlead/tree/main/plugins/scorecards-backend-module-onboarding#the-facts';

/** Reads the values of the teams and tracks of which something changed since the run before, and of all once a day. */
export function createOnboardingFactSource(options: {
  onboarding: OnboardingService;
}): FactSource {
  const { onboarding } = options;
  return {
    id: 'onboarding',
    title: 'Onboarding',
    facts: ONBOARDING_FACTS.map(({ id, type, unit, title, description }) => ({
      id,
      type,
      unit,
      title,
      description,
      definitionUrl: DEFINITIONS,
      timeToLive: TIME_TO_LIVE,
    })),
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 30 } },
    observe: context =>
      observeValues(context, {
        read: query => onboarding.readValues(query),
        observe: observeOnboarding,
      }),
  };
}
