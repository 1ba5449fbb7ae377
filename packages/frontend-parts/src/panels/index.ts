export { createPanels, type PanelWords } from './createPanels';
export { EmptyPanel } from './EmptyPanel';
