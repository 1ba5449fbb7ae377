export { NEVER_COMPOSED, type StoredSummary } from './StoredSummary';
export { TrackComposer } from './TrackComposer';
