export { createContributionIntake } from './createContributionIntake';
export { Identities } from './Identities';
