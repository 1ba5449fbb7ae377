import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dataRoot, root } from './paths.mjs';
import { checkDisk } from './preconditions.mjs';
import { lastLines, run } from './processes.mjs';
import { say, seconds, SetUpError } from './terminal.mjs';

const YARN = '@yarnpkg/cli-dist@4.18.1';
const NEEDED_MEGABYTES = 3_000;
const stamp = join(root, 'node_modules', '.fairlead-installed');
const log = join(dataRoot, 'logs', 'install.log');

/**
 * Installs the packages unless this lockfile is installed already for this Node. An install that was cut short leaves
 * no stamp, and Yarn goes on where it was.
 */
export async function ensureInstalled() {
  const wanted = await fingerprint();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) {
    return;
  }
  await checkDisk(root, NEEDED_MEGABYTES);
  const since = performance.now();
  say('Installing packages (two to four minutes the first time) …');
  await rm(stamp, { force: true });
  await yarn(['install', '--immutable']);
  if (!(await nativePartsLoad())) {
    say('Building native parts for this Node …');
    await yarn(['rebuild', 'better-sqlite3']);
  }
  await writeFile(stamp, wanted);
  say(`Installed in ${seconds(since)}.`);
}

async function fingerprint() {
  const lockfile = await readFile(join(root, 'yarn.lock'));
  const hash = createHash('sha256').update(lockfile).digest('hex');
  return `${hash} node-abi-${process.versions.modules}\n`;
}

async function yarn(args) {
  const code = await run(
    'npx',
    ['--yes', `--package=${YARN}`, '--', 'yarn', ...args],
    {
      cwd: root,
      env: installEnvironment(),
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

/** node-gyp downloads headers unless it is told where the running Node keeps its own. */
function installEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'));
  return {
    ...process.env,
    ...(hasHeaders &&
      !process.env.npm_config_nodedir && { npm_config_nodedir: prefix }),
  };
}

async function nativePartsLoad() {
  const code = await run(
    process.execPath,
    ['-e', "new (require('better-sqlite3'))(':memory:').close()"],
    {
      cwd: root,
      env: process.env,
      log: join(dataRoot, 'logs', 'native-parts.log'),
    },
  );
  return code === 0;
}
