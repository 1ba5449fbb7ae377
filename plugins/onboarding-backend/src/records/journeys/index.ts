export {
  assertGoesOn,
  assertUnlocked,
  mayComplete,
  mayWaive,
} from './assertMay';
export { AuthorizedJourneys } from './AuthorizedJourneys';
export { beginJourney } from './beginJourney';
export { chooseStart, isNear, NEAR } from './chooseStart';
export { DatabaseJourneys, unknownJourney } from './DatabaseJourneys';
export { findTaskOfOwn } from './findTaskOfOwn';
export { type Belongings, findTeams, isOfAudience } from './findTeams';
export { completeTask } from './completeTask';
export {
  type JourneyInHand,
  lockJourneys,
  readJourneysInHand,
  tasksOf,
  toRecords,
} from './JourneyInHand';
export type { JourneyActor, Journeys } from './Journeys';
export { noteSignIn } from './noteSignIn';
export { openTask, replanTask } from './planTasks';
export { proposeBuddy } from './proposeBuddy';
export { readBelongings, readBelongingsOf } from './readBelongings';
export { KeptPlans } from './KeptPlans';
export { readPlans, versionKey } from './readPlans';
export { createStanding, type Standing } from './createStanding';
export { type CurrentTrack, readTracks } from './readTracks';
export { settleJourneys } from './settleJourneys';
export { OPEN_STATES } from './states';
export { toReceipt } from './toReceipt';
export { writeJourneys } from './writeJourneys';
