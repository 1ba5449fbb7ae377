import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildNativeParts, putNativeParts } from './nativeParts.mjs';
import { dataRoot, root } from './paths.mjs';
import { checkDisk } from './preconditions.mjs';
import { lastLines, run } from './processes.mjs';
import { say, seconds, SetUpError } from './terminal.mjs';

const YARN = '@yarnpkg/cli-dist@4.18.1';
const NEEDED_MEGABYTES = 3_000;
/** What the running portal consists of; the rest of the workspaces is tests, benchmarks and tools. */
const PORTAL = ['app', 'backend'];
const stamp = join(root, 'node_modules', '.fairlead-installed');
const yarnState = join(root, 'node_modules', '.yarn-state.yml');
const log = join(dataRoot, 'logs', 'install.log');
const DURATIONS = { portal: 'about a minute', all: 'two to four minutes' };

/**
 * Installs the packages unless this lockfile is installed already for this Node. An install that was cut short leaves
 * no stamp, and Yarn goes on where it was.
 *
 * Who only looks at the portal gets what the portal needs. Where more is installed, whether by this or by hand, all stays
 * installed.
 */
export async function ensureInstalled({ onlyPortal = false } = {}) {
  const lockfile = await fingerprint();
  const stamped = await readFile(stamp, 'utf8').catch(() => '');
  const isPortal = stamped.endsWith(' portal\n');
  if (stamped.startsWith(`${lockfile} `) && (onlyPortal || !isPortal)) {
    return;
  }
  await checkDisk(root, NEEDED_MEGABYTES);
  const since = performance.now();
  const scope =
    onlyPortal && (isPortal || !existsSync(yarnState)) ? 'portal' : 'all';
  say(`Installing packages (${DURATIONS[scope]} the first time) …`);
  await rm(stamp, { force: true });
  if (scope === 'portal') {
    await Promise.all([
      yarn(['workspaces', 'focus', '--production', ...PORTAL]),
      buildNativeParts(),
    ]);
  } else {
    await yarn(['install', '--immutable']);
  }
  await putNativeParts();
  await writeFile(stamp, `${lockfile} ${scope}\n`);
  say(`Installed in ${seconds(since)}.`);
}

async function fingerprint() {
  const lockfile = await readFile(join(root, 'yarn.lock'));
  const hash = createHash('sha256').update(lockfile).digest('hex');
  return `${hash} node-abi-${process.versions.modules}`;
}

async function yarn(args) {
  const code = await run(
    'npx',
    ['--yes', `--package=${YARN}`, '--', 'yarn', ...args],
    {
      cwd: root,
      env: process.env,
      log,
      onLine: line => {
        const step = /┌ (\w+) step/.exec(line);
        if (step) say(`  ${step[1].toLowerCase()} step`);
      },
    },
  );
  if (code !== 0) {
    throw new SetUpError(
      `'yarn ${args.join(
        ' ',
      )}' failed; the whole log is in '${log}'. It ends:\n${await lastLines(
        log,
        15,
      )}`,
    );
  }
}
