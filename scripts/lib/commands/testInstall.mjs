import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../install.mjs';
import { createApp, follow, putBlock } from '../installing/app.mjs';
import { blocksOf, sectionOf } from '../installing/blocks.mjs';
import {
  ENTITY,
  lookAt,
  REPOSITORY,
  sendWebhook,
} from '../installing/browser.mjs';
import { checkTarballs } from '../installing/checkTarballs.mjs';
import { packAll, tarballsIn } from '../installing/pack.mjs';
import { serveTarballs } from '../installing/registry.mjs';
import { startApps } from '../installing/startApps.mjs';
import { putNativeParts } from '../nativeParts.mjs';
import { dataRoot, root } from '../paths.mjs';
import { freePort } from '../postgres.mjs';
import { endWithThisProcess } from '../processes.mjs';
import { say, seconds, SetUpError } from '../terminal.mjs';

const logs = join(dataRoot, 'logs');
const HELP = `Installs what would be published into a new Backstage app, by the lines of README.md and docs/install.md, and looks
at it with a browser. Takes a quarter of an hour.

  node scripts/test-install.mjs                       everything
  node scripts/test-install.mjs --only-packages       packs and checks the tarballs
  node scripts/test-install.mjs --tarballs <folder>   takes what was packed there
  node scripts/test-install.mjs --keep                leaves the app for a look around

  FAIRLEAD_INSTALL_FOLDER=<folder>                    where the app is made
`;

/** `node scripts/test-install.mjs` */
export async function testInstall() {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      keep: { type: 'boolean' },
      'only-packages': { type: 'boolean' },
      tarballs: { type: 'string' },
    },
  });
  if (values.help) {
    say(HELP);
    return;
  }
  endWithThisProcess({ exitCode: 130 });
  await mkdir(logs, { recursive: true });
  await ensureInstalled();
  const folder = resolve(
    process.env.FAIRLEAD_INSTALL_FOLDER ?? join(tmpdir(), 'fairlead-install'),
  );

  const tarballs = values.tarballs
    ? await tarballsIn(resolve(values.tarballs))
    : await step('packed', () => packAll(join(dataRoot, 'tarballs'), { logs }));
  await step('tarballs checked', async () => {
    const problems = await checkTarballs(tarballs);
    if (problems.length > 0) throw new SetUpError(problems.join('\n'));
  });
  if (values['only-packages']) return;

  const registry = await serveTarballs(tarballs);
  let apps;
  try {
    const app = await step('app created', () =>
      createApp(folder, { registry: registry.url, logs }),
    );
    const legacyBlocks = await blocksFrom(
      'docs/install.md',
      '## The old frontend system',
    );
    const blocks = await blocksFrom(
      'README.md',
      '## Install it in your Backstage',
    );
    await step('packages added', () =>
      followAll(app, [...blocks, ...legacyBlocks.map(forLegacy)]),
    );
    await putNativeParts(app.folder);
    await configure(app);
    await step('types are clean', () =>
      follow(app, 'yarn tsc', { log: join(logs, 'install-app-types.log') }),
    );

    const secret = randomBytes(24).toString('hex');
    apps = await step('backend and both frontends started', () =>
      startApps(app, {
        env: { GITHUB_WEBHOOK_SECRET: secret, GITHUB_TOKEN: 'none' },
        logs,
      }),
    );
    const answers = await sendWebhook(apps.backend, secret);
    if (answers.unsigned !== 403 || answers.signed !== 202) {
      throw new SetUpError(
        `An unsigned webhook was answered with ${answers.unsigned} (403 is wanted), a signed one with ${answers.signed} (202 is wanted).`,
      );
    }
    for (const [name, url] of Object.entries(apps.frontends)) {
      await step(`${name} looked at`, () =>
        lookAt(url, { pictures: join(logs, `install-${name}`) }),
      );
    }
  } finally {
    await apps?.stop();
    registry.stop();
    if (!values.keep) await rm(folder, { recursive: true, force: true });
  }
  say('What the README says works.');
}

async function step(name, run) {
  const since = performance.now();
  const result = await run();
  say(`${name} in ${seconds(since)}`);
  return result;
}

async function blocksFrom(file, heading) {
  return blocksOf(sectionOf(await readFile(join(root, file), 'utf8'), heading));
}

/** The old frontend of the app stands beside the new one. */
function forLegacy(block) {
  const moved = text => text?.replace('packages/app', 'packages/app-legacy');
  return {
    ...block,
    file: moved(block.file),
    code: block.language === 'sh' ? moved(block.code) : block.code,
  };
}

async function followAll(app, blocks) {
  const commands = blocks.filter(({ language }) => language === 'sh');
  for (const [index, line] of commands
    .flatMap(({ code }) => code.trim().split('\n'))
    .entries()) {
    await follow(app, line, { log: join(logs, `install-add-${index}.log`) });
  }
  for (const block of blocks.filter(({ file }) => file)) {
    await putBlock(app, block);
  }
}

/** What is the app's own: ports, and an entity that names its repository, as those of a portal do. */
async function configure(app) {
  const [port, legacyPort, backendPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  app.ports = { port, legacyPort, backendPort };
  const file = join(app.folder, 'examples', 'entities.yaml');
  const entities = await readFile(file, 'utf8');
  await writeFile(
    file,
    entities.replace(
      `name: ${ENTITY}\n`,
      `name: ${ENTITY}\n  annotations:\n    github.com/project-slug: ${REPOSITORY}\n`,
    ),
  );
}
