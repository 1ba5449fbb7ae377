import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../lib/paths.mjs';

const require = createRequire(import.meta.url);
const { ESLint } = require('eslint');
const { mayImport } = require('./house.js');

const foldersOf = parent =>
  readdirSync(join(root, parent)).filter(folder =>
    existsSync(join(root, parent, folder, 'package.json')),
  );

/** Those of `plugins/` go by their names alone. */
const folders = [
  ...foldersOf('plugins'),
  ...foldersOf('packages').map(folder => `packages/${folder}`),
];

const pathOf = folder =>
  folder.startsWith('packages/') ? folder : join('plugins', folder);

describe('the house rules', () => {
  const eslint = new ESLint({ cwd: root });

  for (const [folder, packageName, allowed] of [
    ['scorecards-common', 'scorecards-node', false],
    ['scorecards-node', 'scorecards-common', true],
    ['scorecards-node', 'scorecards-backend', false],
    ['scorecards-backend', 'scorecards-node', true],
    ['scorecards-backend', 'scorecards', false],
    ['scorecards-backend', 'delivery-node', false],
    ['scorecards', 'scorecards-common', true],
    ['scorecards', 'scorecards-backend', false],
    ['scorecards', 'scorecards-node', false],
    ['catalog-backend-module-fairlead', 'scorecards-node', true],
    ['catalog-backend-module-fairlead', 'scorecards-backend', false],
    ['packages/app', 'delivery', true],
    ['packages/app', 'delivery-backend', false],
    ['packages/backend', 'delivery-backend-module-github', true],
    ['packages/backend', 'delivery', false],
    ['packages/bulk-sql', 'delivery-common', false],
  ]) {
    const name = `@fairlead/backstage-plugin-${packageName}`;
    const title = allowed
      ? `let ${pathOf(folder)} import ${packageName}`
      : `keep ${pathOf(folder)} from importing ${packageName}`;
    it(title, async () => {
      assert.equal(mayImport(folder, name), allowed);
      for (const source of [
        `export * from '${name}';`,
        `import x from '${name}/legacy';\nexport { x };`,
      ]) {
        const [{ messages }] = await eslint.lintText(`${source}\n`, {
          filePath: join(root, pathOf(folder), 'src', 'index.ts'),
        });
        const refusals = messages.filter(
          ({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports',
        );
        assert.equal(refusals.length, allowed ? 0 : 1, source);
      }
    });
  }

  it('keep translations to the hook that isolates what people write', async () => {
    const [{ messages }] = await eslint.lintText(
      "export { useTranslationRef } from '@backstage/frontend-plugin-api';\n",
      { filePath: join(root, 'plugins', 'delivery', 'src', 'index.ts') },
    );
    assert.match(messages[0].message, /Import it from @fairlead/);
  });

  it('take a name of several words for what a module reads', () => {
    assert.ok(
      mayImport(
        'delivery-backend-module-some-system',
        '@fairlead/backstage-plugin-delivery-node',
      ),
    );
  });

  it('let a module join two families through their contracts alone', () => {
    const joins = name =>
      mayImport(
        'scorecards-backend-module-delivery',
        `@fairlead/backstage-plugin-${name}`,
      );
    assert.ok(
      joins('delivery-node') &&
        joins('scorecards-node') &&
        joins('delivery-common'),
    );
    assert.ok(
      !joins('delivery-backend') &&
        !joins('scorecards-backend') &&
        !joins('runbooks-node'),
    );
  });

  for (const folder of folders) {
    it(`hold for the dependencies that ${pathOf(folder)} declares`, () => {
      const manifest = JSON.parse(
        readFileSync(join(root, pathOf(folder), 'package.json'), 'utf8'),
      );
      const declared = Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.peerDependencies,
      });
      assert.deepEqual(
        declared.filter(name => !mayImport(folder, name)),
        [],
      );
    });
  }
});
