import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { root } from '../paths.mjs';
import { withCode, withConfig } from './blocks.mjs';
import { must } from './pack.mjs';

/** What has to run `create-app`, which takes no older Node. */
const CREATE_APP_NODE = 'node@22';
const CREATE_APP = '@backstage/create-app@latest';

/**
 * Makes an app as users of Backstage do, and beside its frontend the one of an app on the old frontend system, so that one
 * installation serves both.
 */
export async function createApp(folder, { registry, logs }) {
  await rm(folder, { recursive: true, force: true });
  const old = `${folder}-legacy`;
  await rm(old, { recursive: true, force: true });
  await createFrom(folder, [], { logs });
  await createFrom(old, ['--legacy'], { logs });
  const legacy = join(folder, 'packages', 'app-legacy');
  await cp(join(old, 'packages', 'app'), legacy, { recursive: true });
  await rm(old, { recursive: true });
  await editJson(join(legacy, 'package.json'), manifest => ({
    ...manifest,
    name: 'app-legacy',
  }));
  await editJson(
    join(folder, 'packages', 'backend', 'package.json'),
    ofOneRelease,
  );

  const yarnrc = join(folder, '.yarnrc.yml');
  const settings = parse(await readFile(yarnrc, 'utf8'));
  await writeFile(
    yarnrc,
    stringify({
      ...settings,
      enableTelemetry: false,
      // Several packages compile parts for which not every machine has the headers; this app needs those of SQLite alone.
      enableScripts: false,
      npmScopes: { fairlead: { npmRegistryServer: registry } },
      unsafeHttpWhitelist: ['localhost'],
    }),
  );

  // The commands of the documents say `yarn`.
  const tools = join(folder, '.tools');
  await mkdir(tools);
  await symlink(
    join(root, 'node_modules', '@yarnpkg', 'cli-dist', 'bin', 'yarn.js'),
    join(tools, 'yarn'),
  );
  return { folder, tools };
}

async function createFrom(path, options, { logs }) {
  const major = Number(process.versions.node.split('.')[0]);
  const packages = [
    ...(major < 22 ? [CREATE_APP_NODE] : []),
    '@yarnpkg/cli-dist@4.18.1',
    CREATE_APP,
  ];
  await must(
    'Creating the app',
    [
      'npx',
      '--yes',
      ...packages.map(name => `--package=${name}`),
      '--',
      ...['backstage-create-app', '--skip-install', '--path', path],
      ...options,
    ],
    {
      cwd: root,
      env: { ...process.env, BACKSTAGE_APP_NAME: 'portal' },
      log: join(logs, 'install-create-app.log'),
    },
  );
}

/**
 * Holds the packages of Backstage in a backend at the release that the app is made for. `create-app` fetches a lockfile that
 * does so, from where not every machine can reach; without it the signals of a later release meet an earlier HTTP router.
 */
function ofOneRelease(manifest) {
  return {
    ...manifest,
    dependencies: Object.fromEntries(
      Object.entries(manifest.dependencies).map(([name, range]) => [
        name,
        name.startsWith('@backstage/') ? range.replace('^', '') : range,
      ]),
    ),
  };
}

/** Runs a command of a document in the app, as it stands there. */
export async function follow({ folder, tools }, command, { log, env }) {
  await must(`'${command}'`, ['sh', '-c', command], {
    cwd: folder,
    log,
    env: {
      ...process.env,
      ...env,
      PATH: `${tools}${delimiter}${process.env.PATH}`,
    },
  });
}

/** Puts a block of a document into the file that it names. */
export async function putBlock({ folder }, block) {
  const file = join(folder, block.file);
  const source = await readFile(file, 'utf8');
  const result =
    block.language === 'yaml'
      ? stringify(withConfig(parse(source), parse(block.code)))
      : withCode(source, block);
  await writeFile(file, result);
}

async function editJson(file, edit) {
  const value = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, `${JSON.stringify(edit(value), undefined, 2)}\n`);
}
