export { TracksPage } from './TracksPage';
export { TrackPage } from './TrackPage';
