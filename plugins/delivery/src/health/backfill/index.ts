export { Backfill } from './Backfill';
