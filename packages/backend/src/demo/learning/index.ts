export { LearningReplay } from './LearningReplay';
