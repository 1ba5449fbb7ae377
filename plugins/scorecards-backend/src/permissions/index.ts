export { assertAllowed } from './assertAllowed';
export { registerPermissions } from './registerPermissions';
