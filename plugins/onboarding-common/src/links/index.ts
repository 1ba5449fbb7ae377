export { anchors } from './anchors';
