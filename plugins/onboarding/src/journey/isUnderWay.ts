import {
  Journey,
  OPEN_STATES,
} from '@fairlead/backstage-plugin-onboarding-common';

/** Whether there is still something to do on a journey. */
export function isUnderWay({ state }: Pick<Journey, 'state'>): boolean {
  return OPEN_STATES.includes(state);
}
