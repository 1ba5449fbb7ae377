import { existsSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(__dirname, '../../../../packages');

/** The folder of an app as it was last built. */
export function requireBuilt(app: 'app' | 'app-legacy'): string {
  const bundle = join(packages, app, 'dist');
  if (!existsSync(join(bundle, 'index.html'))) {
    throw new Error(
      `packages/${app} is not built: run 'yarn workspace ${app} build' first.`,
    );
  }
  return bundle;
}
