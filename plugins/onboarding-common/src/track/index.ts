export { type ComposedTrack, composeTrack } from './composeTrack';
export { isOnboardingTrackEntity } from './isOnboardingTrackEntity';
export * from './parseTrackYaml';
export * from './plan';
export { createOnboardingTrackSchema } from './trackSchema';
export * from './types';
export { validateTrack } from './validateTrack';
