export { OPEN_STATES } from '@fairlead/backstage-plugin-onboarding-common';
