export { type Segment } from './Segment';
export { SegmentBar } from './SegmentBar';
export { SegmentLegend } from './SegmentLegend';
