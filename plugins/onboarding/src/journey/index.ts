export { JourneyPage } from './JourneyPage';
export { JourneyView } from './JourneyView';
export { MyJourneyPage } from './MyJourneyPage';
export { NextTask } from './NextTask';
export { StartTracks } from './StartTracks';
export { isUnderWay } from './isUnderWay';
