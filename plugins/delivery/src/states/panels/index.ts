export { EmptyPanel } from './EmptyPanel';
export { ErrorPanel } from './ErrorPanel';
export { Loaded } from './Loaded';
