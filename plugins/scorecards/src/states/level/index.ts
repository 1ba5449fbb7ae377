export { levelColor } from './levelColor';
export { LevelDots } from './LevelDots';
export { LevelLabel } from './LevelLabel';
export { levelTitle, levelWord } from './levelTitle';
export { useLevelWords } from './useLevelWords';
