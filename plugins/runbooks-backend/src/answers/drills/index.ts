export { FinishedDrills } from './FinishedDrills';
