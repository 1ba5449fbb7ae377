import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { countExit, countJest, countPlaywright, countTap } from './counts.mjs';
import { dataRoot, root } from './paths.mjs';
import { freePort, startPostgres } from './postgres.mjs';
import { run } from './processes.mjs';
import { SetUpError } from './terminal.mjs';

const logs = join(dataRoot, 'logs');
const cli = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);

/** Whether the build step of this run left the apps that the browser is shown. */
let appsAreBuilt = false;

/**
 * The steps of `npm test`, in order. Each resolves with its counts and leaves a log named after it. Those that keep one
 * core busy go side by side; the others use all cores and have the machine to themselves.
 */
export const testSteps = [
  {
    name: 'types',
    // Leaves the declarations that the build step packs.
    run: () => check('types', 'typescript/bin/tsc'),
  },
  {
    name: 'format',
    run: () => check('format', 'prettier/bin-prettier.js', '--check', '.'),
  },
  {
    name: 'lint',
    run: () =>
      check(
        'lint',
        '@backstage/cli/bin/backstage-cli',
        'repo',
        'lint',
        '--max-warnings',
        '0',
      ),
  },
  { name: 'unused', run: findUnused },
  { name: 'scripts', run: testScripts },
  {
    name: 'config',
    run: () =>
      check(
        'config',
        '@backstage/cli/bin/backstage-cli',
        'config:check',
        '--lax',
        '--strict',
      ),
  },
  { name: 'unit', usesAllCores: true, run: testPackages },
  { name: 'build', usesAllCores: true, run: buildAll },
  { name: 'browser', usesAllCores: true, run: testInBrowser },
];

export const logOf = step => join(logs, `test-${step}.log`);

async function node(step, args, env = {}) {
  return run(process.execPath, args, {
    cwd: root,
    env: { ...process.env, CI: '1', ...env },
    log: logOf(step),
  });
}

async function check(step, program, ...args) {
  return countExit(
    await node(step, [join(root, 'node_modules', program), ...args]),
  );
}

/** What is exported and used by nobody, and then what only tests use. */
async function findUnused() {
  const knip = (...args) => check('unused', 'knip/bin/knip.js', ...args);
  const counts = await knip();
  return counts.failed ? counts : knip('--production');
}

async function testScripts() {
  const scripts = join(root, 'scripts');
  const files = await readdir(scripts, { recursive: true });
  await node('scripts', [
    '--test',
    '--test-reporter=tap',
    ...files
      .filter(file => file.endsWith('.test.mjs'))
      .map(file => join(scripts, file)),
  ]);
  return countTap(logOf('scripts'));
}

/** Unit and integration tests of all packages, on SQLite and on PostgreSQL. */
async function testPackages() {
  const report = join(logs, 'jest.json');
  await rm(report, { force: true });
  const postgres = await startPostgres();
  try {
    await node(
      'unit',
      [
        cli,
        'repo',
        'test',
        '--watchAll=false',
        '--json',
        `--outputFile=${report}`,
        `--maxWorkers=${Math.max(1, Math.min(4, availableParallelism()))}`,
      ],
      {
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
          postgres.connectionString,
      },
    );
  } finally {
    await postgres.stop();
  }
  return countJest(report);
}

async function buildAll() {
  const code = await node('build', [cli, 'repo', 'build', '--all']);
  appsAreBuilt = code === 0;
  return countExit(code);
}

/** What the browser is shown. */
async function buildApps() {
  for (const app of ['app', 'app-legacy']) {
    const log = logOf(`build-${app}`);
    const code = await run(process.execPath, [cli, 'package', 'build'], {
      cwd: join(root, 'packages', app),
      env: { ...process.env, CI: '1' },
      log,
    });
    if (code !== 0) {
      throw new SetUpError(
        `packages/${app} could not be built; the whole log is in '${log}'.`,
      );
    }
  }
}

/** Starts a portal of its own on free ports, with an empty database, and drives it with a real browser. */
async function testInBrowser() {
  const report = join(logs, 'playwright.json');
  await rm(report, { force: true });
  if (!appsAreBuilt) await buildApps();
  const [chromium, port, backendPort, data] = await Promise.all([
    findChromium(),
    freePort(),
    freePort(),
    mkdtemp(join(tmpdir(), 'fairlead-e2e-')),
  ]);
  try {
    await node(
      'browser',
      [
        join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
        'test',
        '--config=test/e2e',
      ],
      {
        FAIRLEAD_CHROMIUM: chromium,
        FAIRLEAD_DATA: data,
        PORT: String(port),
        BACKEND_PORT: String(backendPort),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    );
  } finally {
    await rm(data, { recursive: true, force: true });
  }
  return countPlaywright(report);
}
