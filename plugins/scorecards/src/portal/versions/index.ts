export { VersionDialog } from './VersionDialog';
export { useOpenVersion } from './useOpenVersion';
