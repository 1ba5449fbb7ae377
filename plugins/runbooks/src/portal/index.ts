export { LegacyRunbooksPage } from './LegacyRunbooksPage';
export { RunbooksPage } from './RunbooksPage';
