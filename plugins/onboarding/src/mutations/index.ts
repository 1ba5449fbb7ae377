export { MutationError } from './MutationError';
export { ReasonField } from './ReasonField';
export { useJourneyMutation } from './useJourneyMutation';
export { useMayUpdate } from './useMayUpdate';
