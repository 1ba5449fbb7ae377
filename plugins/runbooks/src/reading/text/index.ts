export { cutText } from './cutText';
export { RunbookText } from './RunbookText';
export { TextContextProvider, useTextContext } from './TextContext';
export type { TextSection } from './types';
export { wantedSections } from './wantedSections';
