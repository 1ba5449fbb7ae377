export { MarkLegend } from './MarkLegend';
export { TrendPanel } from './TrendPanel';
export { marksOf, type TimeMarks } from './marksOf';
