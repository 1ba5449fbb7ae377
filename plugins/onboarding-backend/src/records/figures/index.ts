export { figuresWindow } from './figuresWindow';
export { readJourneyTimes } from './readJourneyTimes';
export { readOnTheWay } from './readOnTheWay';
export {
  type JourneyPassage,
  readPassages,
  readPassagesBeside,
} from './readPassages';
export {
  type FiguresOptions,
  findTracksOfTeams,
  readTravellers,
  rowOf,
  type Traveller,
} from './readTravellers';
