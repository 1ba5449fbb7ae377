export { readJourneyTimes } from './readJourneyTimes';
export { type JourneyPassage, readPassages } from './readPassages';
