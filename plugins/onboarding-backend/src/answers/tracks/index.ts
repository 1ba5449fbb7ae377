export { AuthorizedTrackAnswers } from './AuthorizedTrackAnswers';
export { DatabaseTrackAnswers } from './DatabaseTrackAnswers';
export { readTrackReader } from './readTrackReader';
export { showPlan } from './showPlan';
export type { TrackAnswers, TrackReader } from './TrackAnswers';
