export { DocsVotes } from './DocsVotes';
export { HelpState } from './HelpState';
export { MainAction } from './MainAction';
export { StuckButton } from './StuckButton';
export { TaskDescription } from './TaskDescription';
export { TaskRow } from './TaskRow';
export { useVerifiedByWords } from './useVerifiedByWords';
export { WaiveDialog } from './WaiveDialog';
