export { levelColor } from './levelColor';
export { LevelLabel } from './LevelLabel';
export { levelTitle, levelWord } from './levelTitle';
export { useLevelWords } from './useLevelWords';
