export { FinishDialog } from './FinishDialog';
export { StartButton } from './StartButton';
export { StartDialog } from './StartDialog';
export { useTicks } from './useTicks';
export { UsePanel } from './UsePanel';
export { UsesTable } from './UsesTable';
export { useUse } from './useUse';
