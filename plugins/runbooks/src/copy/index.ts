export { CopyButton } from './CopyButton';
export { saveFile } from './saveFile';
