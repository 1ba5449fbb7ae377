export { CheckStatusIcon } from './CheckStatusIcon';
export { CheckStatusLabel } from './CheckStatusLabel';
export { statusColor } from './statusColor';
