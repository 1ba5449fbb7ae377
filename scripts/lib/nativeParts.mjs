import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dataRoot, root } from './paths.mjs';
import { lastLines, run } from './processes.mjs';
import { SetUpError } from './terminal.mjs';

const logs = join(dataRoot, 'logs');
const workshop = join(root, 'scripts', 'native');
const RELEASE = join('node_modules', 'better-sqlite3', 'build', 'Release');
const BINARY = join(RELEASE, 'better_sqlite3.node');

/**
 * Downloads or compiles `better-sqlite3` for this Node in a folder of its own, unless it is there.
 *
 * Compiling takes half as long as installing everything else, and Yarn would begin only after that.
 */
export async function buildNativeParts() {
  if (await loadsFrom(workshop)) return;
  const log = join(logs, 'native-parts.log');
  const code = await run('npm', ['ci', '--foreground-scripts'], {
    cwd: workshop,
    env: buildEnvironment(),
    log,
  });
  if (code !== 0 || !(await loadsFrom(workshop))) {
    throw new SetUpError(
      `'better-sqlite3' could be neither downloaded nor compiled for this Node; the whole log is in '${log}'. It ends:\n${await lastLines(
        log,
        15,
      )}`,
    );
  }
}

/** Gives the packages that are installed in a folder the native parts that this Node can load. */
export async function putNativeParts(folder = root) {
  if (await loadsFrom(folder)) return;
  await buildNativeParts();
  await mkdir(join(folder, RELEASE), { recursive: true });
  await cp(join(workshop, BINARY), join(folder, BINARY));
}

async function loadsFrom(folder) {
  const code = await run(
    process.execPath,
    [
      '-e',
      "new (require('./node_modules/better-sqlite3'))(':memory:').close()",
    ],
    {
      cwd: folder,
      env: process.env,
      log: join(logs, 'native-parts-load.log'),
    },
  );
  return code === 0;
}

function buildEnvironment() {
  // node-gyp downloads headers unless it is told where the running Node keeps its own.
  const prefix = dirname(dirname(process.execPath));
  const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'));
  return {
    ...process.env,
    JOBS: 'max',
    // Compiled in a third of the time of `-O3`, and fast enough for a demo and for tests.
    CFLAGS: '-O1',
    CXXFLAGS: '-O1',
    ...(hasHeaders &&
      !process.env.npm_config_nodedir && { npm_config_nodedir: prefix }),
  };
}
