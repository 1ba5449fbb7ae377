export { LedTracks } from './LedTracks';
