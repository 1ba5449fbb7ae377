import { JourneyState } from '@fairlead/backstage-plugin-onboarding-common';

/** Of journeys that go on. */
export const OPEN_STATES: JourneyState[] = ['not-started', 'on-the-way'];
