import { Journey } from '@fairlead/backstage-plugin-onboarding-common';

/** Whether there is still something to do on a journey. */
export function isUnderWay({ state }: Pick<Journey, 'state'>): boolean {
  return state === 'not-started' || state === 'on-the-way';
}
