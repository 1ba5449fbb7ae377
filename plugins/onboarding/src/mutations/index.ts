export { MutationError } from './MutationError';
export { useJourneyMutation } from './useJourneyMutation';
export { useMayUpdate } from './useMayUpdate';
