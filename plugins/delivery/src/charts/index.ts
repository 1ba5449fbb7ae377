export { SegmentBar, type Segment } from './SegmentBar';
export { SegmentLegend } from './SegmentLegend';
export { Sparkline } from './Sparkline';
export { useWaitSegments } from './useWaitSegments';
