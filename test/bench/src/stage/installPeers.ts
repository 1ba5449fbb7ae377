import { targetPaths } from '@backstage/cli-common';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/** Installs the peers by their own lockfile, unless they are. */
export async function installPeers(): Promise<void> {
  const cwd = targetPaths.resolve('peers');
  if (existsSync(targetPaths.resolve('peers/node_modules/.yarn-state.yml'))) {
    return;
  }
  process.stderr.write('Installing the peers …\n');
  const yarn = require.resolve('@yarnpkg/cli-dist/bin/yarn.js');
  const [code] = await once(
    spawn(process.execPath, [yarn, 'install', '--immutable'], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
    'exit',
  );
  if (code !== 0) {
    throw new Error(`'yarn install' failed in '${cwd}'`);
  }
}
