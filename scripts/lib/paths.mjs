import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** Everything that a running portal writes, git-ignored. */
export const dataRoot = join(root, '.data');
