import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../paths.mjs';
import { blocksOf, sectionOf, withCode, withConfig } from './blocks.mjs';

const read = path => readFileSync(join(root, path), 'utf8');

describe('the blocks of a document', () => {
  it('know the file and the place that their first line names', () => {
    const section = sectionOf(
      '# A\n\n## B\n\n```sh\nyarn add x\n```\n\n```tsx\n// a/b.tsx: in <FlatRoutes>\n<Route />\n```\n\n## C\n\n```sh\nno\n```\n',
      '## B',
    );
    assert.deepEqual(blocksOf(section), [
      {
        language: 'sh',
        file: undefined,
        place: undefined,
        code: 'yarn add x\n',
      },
      {
        language: 'tsx',
        file: 'a/b.tsx',
        place: 'in <FlatRoutes>',
        code: '<Route />\n',
      },
    ]);
  });

  it('are there for both frontend systems, each with a place', () => {
    const modern = blocksOf(
      sectionOf(read('README.md'), '## Install it in your Backstage'),
    );
    assert.deepEqual(
      modern.map(({ language, file }) => [language, file]),
      [
        ['sh', undefined],
        ['ts', 'packages/backend/src/index.ts'],
        ['yaml', 'app-config.yaml'],
      ],
    );
    const legacy = blocksOf(
      sectionOf(read('docs/install.md'), '## The old frontend system'),
    );
    assert.equal(legacy.filter(({ place }) => place).length, 8);
  });
});

describe('what a block becomes', () => {
  it('is code at the place that it names', () => {
    assert.equal(
      withCode('const a = 1;\nbackend.start();\n', {
        code: 'backend.add(x);\n',
      }),
      'const a = 1;\nbackend.add(x);\n\nbackend.start();\n',
    );
    assert.equal(
      withCode('<FlatRoutes>\n</FlatRoutes>\n', {
        place: 'in <FlatRoutes>',
        code: '<Route />\n',
      }),
      '<FlatRoutes>\n<Route />\n</FlatRoutes>\n',
    );
    assert.throws(
      () => withCode('', { place: 'in <FlatRoutes>', code: 'x' }),
      /Found nothing/,
    );
  });

  it('is configuration beside what is there, first in its lists', () => {
    assert.deepEqual(
      withConfig(
        { app: { title: 'A', extensions: ['b'] }, other: 1 },
        { app: { extensions: ['a'] }, events: {} },
      ),
      { app: { title: 'A', extensions: ['a', 'b'] }, other: 1, events: {} },
    );
  });
});
