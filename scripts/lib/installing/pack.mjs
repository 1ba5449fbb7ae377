import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { lastLines, run } from '../processes.mjs';
import { SetUpError } from '../terminal.mjs';

const bin = (...path) => join(root, 'node_modules', ...path);

/** The yarn of this repository, as a program with its first arguments. */
export const YARN = [
  process.execPath,
  bin('@yarnpkg', 'cli-dist', 'bin', 'yarn.js'),
];

/** Runs a program of a set-up step; ends the step with the end of its log when it fails. */
export async function must(what, [command, ...args], { log, ...options }) {
  const code = await run(command, args, { env: process.env, log, ...options });
  if (code !== 0) {
    throw new SetUpError(
      `${what} failed with code ${code}; the whole log is in '${log}'. It ends:\n${await lastLines(
        log,
        40,
      )}`,
    );
  }
}

/**
 * Packs all public packages as they would be published, into a folder. Resolves with their files.
 *
 * The build wants the declarations that the type check leaves in `dist-types`.
 */
export async function packAll(folder, { logs }) {
  await must(
    'Checking the types',
    [process.execPath, bin('typescript', 'bin', 'tsc')],
    { cwd: root, log: join(logs, 'install-types.log') },
  );
  await must(
    'Building the packages',
    [
      process.execPath,
      bin('@backstage', 'cli', 'bin', 'backstage-cli'),
      'repo',
      'build',
    ],
    { cwd: root, log: join(logs, 'install-build.log') },
  );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await must(
    'Packing',
    [
      ...YARN,
      ...['workspaces', 'foreach', '--all', '--no-private', '--jobs', '2'],
      ...['--parallel', 'pack', '--out', join(folder, '%s.tgz')],
    ],
    { cwd: root, log: join(logs, 'install-pack.log') },
  );
  return tarballsIn(folder);
}

/** The tarballs in a folder, of which there has to be one for each public package. */
export async function tarballsIn(folder) {
  const files = await readdir(folder);
  const missing = (await publicPackages()).filter(
    ({ name }) => !files.includes(`${name.replaceAll('/', '-')}.tgz`),
  );
  if (missing.length > 0) {
    throw new SetUpError(
      `No tarball came of ${missing.map(({ name }) => name).join(', ')}.`,
    );
  }
  return files.map(file => join(folder, file));
}

async function publicPackages() {
  const manifests = [];
  for (const parent of ['packages', 'plugins']) {
    for (const name of await readdir(join(root, parent))) {
      const file = join(root, parent, name, 'package.json');
      if (existsSync(file)) {
        manifests.push(JSON.parse(await readFile(file, 'utf8')));
      }
    }
  }
  return manifests.filter(manifest => !manifest.private);
}
