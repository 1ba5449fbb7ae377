export { BandLabel } from './BandLabel';
export { MeasureNotes } from './MeasureNotes';
export { MeasureTile } from './MeasureTile';
export { TileGrid } from './TileGrid';
