import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './lib/paths.mjs';

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const readPackage = (...path) => JSON.parse(read(...path, 'package.json'));

const folders = ['packages', 'plugins'].flatMap(parent =>
  readdirSync(join(root, parent)).map(name => join(parent, name)),
);

/** The packages of this house, and those that its own portals are installed from. */
const existing = new Set([
  ...folders.map(folder => readPackage(folder).name),
  ...['packages/backend', 'packages/app', 'packages/app-legacy'].flatMap(
    portal => Object.keys(readPackage(portal).dependencies),
  ),
]);

/** What a portal that Backstage made has before anything is installed. */
const givenBySetup = new Set(['@backstage/frontend-defaults']);

/** The READMEs that say how to install something, and with which commands. */
const readmes = ['', ...folders]
  .map(folder => join(folder, 'README.md'))
  .filter(path => existsSync(join(root, path)))
  .map(path => ({ path, text: read(path) }))
  .filter(({ text }) => /^## Install/m.test(text));

/** What stands under the heading _Install_, to the next of its kind. */
function installSection(text) {
  return text.split(/^(?=## )/m).find(part => part.startsWith('## Install'));
}

function blocks(text, ...languages) {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)]
    .filter(([, language]) => languages.includes(language))
    .map(([, , code]) => code);
}

/** The packages that code imports, each without the path within it. */
function importedBy(code) {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'.][^']*)'/g)].map(
    ([, name]) => /^(?:@[^/]+\/)?[^/]+/.exec(name)[0],
  );
}

/** The packages that the commands add. */
function addedBy(commands) {
  return [...commands.matchAll(/^yarn --cwd \S+ add (.+)$/gm)].flatMap(
    ([, names]) => names.split(/\s+/),
  );
}

describe('the READMEs that say how to install', () => {
  for (const { path, text } of readmes) {
    const section = installSection(text);
    const imported = blocks(section, 'ts', 'tsx').flatMap(importedBy);
    const added = blocks(section, 'sh').flatMap(addedBy);

    it(`${path} adds all that its code imports`, () => {
      assert.notEqual(added.length, 0);
      assert.deepEqual(
        imported.filter(
          name => !added.includes(name) && !givenBySetup.has(name),
        ),
        [],
      );
    });

    it(`${path} names packages that exist`, () => {
      assert.deepEqual(
        [...added, ...imported].filter(name => !existing.has(name)),
        [],
      );
    });
  }

  it('are those of the house and of every package that a portal adds', () => {
    const wanted = Object.keys(
      readPackage('packages/fairlead-backend').dependencies,
    ).filter(name => /^@fairlead\/.*-(backend|module-\w+)$/.test(name));
    const paths = readmes.map(({ path }) => path);
    assert.ok(paths.includes('README.md'));
    assert.deepEqual(
      folders
        .filter(folder => wanted.includes(readPackage(folder).name))
        .map(folder => join(folder, 'README.md'))
        .filter(path => !paths.includes(path)),
      [],
    );
  });
});
