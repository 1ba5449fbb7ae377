export { TrackPreviews } from './TrackPreviews';
