import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { isBuiltin as isBuiltIn } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from '../paths.mjs';
import { run } from '../processes.mjs';

const IMPORTS =
  /\b(?:from\s+|import\s+|import\(\s*|require\(\s*)['"]([^'"\n]+)['"]/g;
/** A name as npm allows it: what else stands between quotes is a text. */
const PACKAGE = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(?=\/|$)/;
/** What publint says of the format that the build of Backstage gives to every package. */
const OF_THE_BUILD = new Set([
  'CJS_WITH_ESMODULE_DEFAULT_EXPORT',
  'EXPORTS_TYPES_SHOULD_BE_FIRST',
  'EXPORT_TYPES_INVALID_FORMAT',
  'FILE_INVALID_FORMAT',
  'TYPES_NOT_EXPORTED',
]);
const NEEDED = ['LICENSE', 'README.md', 'package.json'];

/** What is wrong with tarballs, as sentences: what publint finds, what is missing, what is imported undeclared. */
export async function checkTarballs(files) {
  const problems = [];
  for (const file of files) {
    const folder = await mkdtemp(join(tmpdir(), 'fairlead-tarball-'));
    try {
      const log = join(root, '.data', 'logs', 'tarball.log');
      await run('tar', ['-xzf', file, '-C', folder], { cwd: root, log });
      const packed = join(folder, 'package');
      const manifest = JSON.parse(
        await readFile(join(packed, 'package.json'), 'utf8'),
      );
      const found = await problemsOf(packed, manifest);
      problems.push(...found.map(problem => `${manifest.name}: ${problem}`));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return problems;
}

async function problemsOf(folder, manifest) {
  const names = await readdir(folder, { recursive: true });
  const { messages } = await publint({
    pkgDir: folder,
    pack: false,
    level: 'warning',
  });
  return [
    ...NEEDED.filter(name => !names.includes(name)).map(
      name => `has no ${name}`,
    ),
    ...names
      .filter(name => /^(src|dev)\/|\.test\./.test(name))
      .map(name => `holds ${name}, which is nobody's to use`),
    ...messages
      .filter(message => !isOfTheBuild(message))
      .map(message => formatMessage(message, manifest)),
    ...(await undeclared(folder, manifest, names)),
  ];
}

function isOfTheBuild({ code, path }) {
  return (
    OF_THE_BUILD.has(code) ||
    // Not a file: it tells the frontend system what is in the package.
    (code === 'EXPORTS_VALUE_INVALID' && path.at(-1) === 'backstage')
  );
}

/** What code and declarations import that the package does not declare. */
async function undeclared(folder, manifest, names) {
  const declared = new Set([
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
  ]);
  const found = new Map();
  for (const name of names.filter(other => /\.(d\.ts|[cm]?js)$/.test(other))) {
    const text = withoutComments(await readFile(join(folder, name), 'utf8'));
    for (const [, specifier] of text.matchAll(IMPORTS)) {
      const used = PACKAGE.exec(specifier)?.[0];
      if (used && !isBuiltIn(used) && !isDeclared(used, name, declared)) {
        found.set(used, name);
      }
    }
  }
  return [...found].map(
    ([used, name]) => `${name} imports '${used}', which it does not declare`,
  );
}

/** A declaration may take its types from a package of types alone. */
function isDeclared(used, file, declared) {
  const types = `@types/${used.replace('@', '').replace('/', '__')}`;
  return declared.has(used) || (file.endsWith('.d.ts') && declared.has(types));
}

function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
