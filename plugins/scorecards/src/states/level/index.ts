export { levelColor } from './levelColor';
export { LevelDots } from './LevelDots';
export { LevelLabel } from './LevelLabel';
export { levelTitle } from './levelTitle';
export { useLevelWords } from './useLevelWords';
