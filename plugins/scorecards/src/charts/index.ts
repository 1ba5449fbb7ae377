export type { Segment } from './Segment';
export { SegmentBar } from './SegmentBar';
export { SegmentLegend } from './SegmentLegend';
export { useLevelSegments } from './useLevelSegments';
export { useStatusSegments } from './useStatusSegments';
