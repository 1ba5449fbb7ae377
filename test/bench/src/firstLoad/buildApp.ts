import { targetPaths } from '@backstage/cli-common';
import { execFile } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const PLUGIN = '@fairlead/backstage-plugin-scorecards';
const NOT_COPIED = ['node_modules', 'dist', 'coverage'];

const EMPTY_PLUGIN = `
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
export default createFrontendPlugin({ pluginId: 'scorecards' });
`;

/**
 * Builds a copy of the portal for production and returns the folder of the bundle. Without scorecards, a plugin of the
 * same name with nothing in it takes its place, so that the app's own code stays as it is.
 */
export async function buildApp(options: {
  folder: string;
  scorecards: boolean;
}): Promise<string> {
  const folder = join(options.folder, options.scorecards ? 'with' : 'without');
  const app = targetPaths.resolveRoot('packages/app');
  await rm(folder, { recursive: true, force: true });
  await cp(app, folder, {
    recursive: true,
    filter: source =>
      !NOT_COPIED.includes(basename(source)) || dirname(source) !== app,
  });
  if (!options.scorecards) {
    const empty = join(folder, 'node_modules', PLUGIN);
    await mkdir(empty, { recursive: true });
    await writeFile(
      join(empty, 'package.json'),
      JSON.stringify({
        name: PLUGIN,
        version: '0.0.0',
        main: 'index.mjs',
        sideEffects: false,
      }),
    );
    await writeFile(join(empty, 'index.mjs'), EMPTY_PLUGIN);
  }
  await promisify(execFile)(
    process.execPath,
    [require.resolve('@backstage/cli/bin/backstage-cli'), 'package', 'build'],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return join(folder, 'dist');
}
