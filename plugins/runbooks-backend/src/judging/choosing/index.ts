export { readCandidates } from './readCandidates';
export { readToldKey } from './readToldKey';
export { RunbookChoosing } from './RunbookChoosing';
