import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataRoot, root } from './paths.mjs';
import { run } from './processes.mjs';
import { say, SetUpError } from './terminal.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is: `FAIRLEAD_CHROMIUM`, the machine's own, Playwright's, or else one that Playwright downloads. */
export async function findChromium() {
  const named = process.env.FAIRLEAD_CHROMIUM;
  if (named) {
    if (!existsSync(named)) {
      throw new SetUpError(
        `FAIRLEAD_CHROMIUM is '${named}', and there is no such file.`,
      );
    }
    return named;
  }
  const { chromium } = await import('@playwright/test');
  const found = [...USUAL_PLACES, chromium.executablePath()].find(path =>
    existsSync(path),
  );
  return found ?? download(chromium);
}

async function download(chromium) {
  say('  no Chromium found, downloading one …');
  const log = join(dataRoot, 'logs', 'chromium.log');
  const code = await run(
    process.execPath,
    [
      join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      'install',
      'chromium',
    ],
    { cwd: root, env: process.env, log },
  );
  if (code !== 0) {
    throw new SetUpError(
      `No Chromium found and none could be downloaded (log in '${log}'); install one and set FAIRLEAD_CHROMIUM to its path.`,
    );
  }
  return chromium.executablePath();
}
