export { AuthorizedMeasureValues } from './AuthorizedMeasureValues';
export { DatabaseMeasureValues } from './DatabaseMeasureValues';
