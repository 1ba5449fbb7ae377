import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from '../lib/paths.mjs';
import { findRoomLoops } from './findRoomLoops.mjs';

const require = createRequire(import.meta.url);
const { ESLint } = require('eslint');
const { FLOORS } = require('./floors.js');

const backends = readdirSync(join(root, 'plugins')).filter(folder =>
  /^[a-z]+-backend$/.test(folder),
);

describe('the floors of a backend', () => {
  const eslint = new ESLint({ cwd: root });
  const refusalsOf = async (file, source) => {
    const [{ messages }] = await eslint.lintText(source, {
      filePath: join(root, 'plugins', file),
    });
    return messages.filter(
      ({ ruleId }) => ruleId === 'import/no-restricted-paths',
    );
  };

  for (const [file, imported, allowed] of [
    ['delivery-backend/src/intake/inbox/x.ts', '../../database/tables', true],
    [
      'delivery-backend/src/intake/inbox/x.ts',
      '../sources/SourceRegistry',
      true,
    ],
    [
      'delivery-backend/src/intake/inbox/x.ts',
      '../../records/normalise',
      false,
    ],
    ['delivery-backend/src/answers/feed/x.ts', '../../records/matching', true],
    ['delivery-backend/src/measuring/x.ts', '../answers/feed', false],
    ['delivery-backend/src/doors/routes/x.ts', '../../router', false],
    ['delivery-backend/src/doors/routes/x.ts', '../../database/tables', false],
    ['delivery-backend/src/permissions/x.ts', '../answers/sources', true],
    ['delivery-backend/src/x.ts', './doors/routes/feed', true],
    ['delivery-backend/src/intake/x.test.ts', '../doors/routes/feed', true],
    ['scorecards-backend/src/judging/x.ts', '../answers/results', false],
    [
      'scorecards-backend/src/answers/x.ts',
      '../judging/waivers/WaiverStore',
      true,
    ],
  ]) {
    it(`${allowed ? 'let' : 'keep'} ${file} ${
      allowed ? 'import' : 'from importing'
    } ${imported}`, async () => {
      for (const source of [
        `export * from '${imported}';\n`,
        `import type { x } from '${imported}';\nexport { x };\n`,
      ]) {
        const refusals = await refusalsOf(file, source);
        assert.equal(refusals.length, allowed ? 0 : 1, source);
      }
    });
  }

  it('say which floor lies above, and what to do', async () => {
    const [{ message }] = await refusalsOf(
      'delivery-backend/src/intake/x.ts',
      "export * from '../answers/feed';\n",
    );
    assert.match(message, /'intake' \(what comes in\) lies below 'answers'/);
    assert.match(message, /Move down what both need/);
  });

  for (const backend of backends) {
    const src = join(root, 'plugins', backend, 'src');

    it(`are all that lies in ${backend}`, () => {
      const others = readdirSync(src, { withFileTypes: true })
        .filter(entry => entry.isDirectory() && !entry.name.startsWith('__'))
        .map(({ name }) => name)
        .filter(name => !FLOORS.some(floor => floor.name === name));
      assert.deepEqual(others, []);
    });

    it(`have rooms that import each other in no circle, in ${backend}`, () => {
      assert.deepEqual(findRoomLoops(src), []);
    });
  }
});

describe('findRoomLoops', () => {
  const made = [];
  after(() => made.forEach(src => rmSync(src, { recursive: true })));

  const write = files => {
    const src = mkdtempSync(join(tmpdir(), 'floors-'));
    made.push(src);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(src, name)), { recursive: true });
      writeFileSync(join(src, name), text);
    }
    return src;
  };

  it('finds rooms that import each other, by whatever way', () => {
    const src = write({
      'intake/inbox/a.ts': "import { b } from '../sources';",
      'intake/sources/index.ts': "export * from './b';",
      'intake/sources/b.ts': "export * from '../pulls/c';",
      'intake/pulls/c.ts': "import type {\n  A,\n} from '../inbox/a';",
    });
    assert.deepEqual(findRoomLoops(src), [
      ['intake/inbox', 'intake/sources', 'intake/pulls'],
    ]);
  });

  it('takes no account of tests, nor of what stands together in a room', () => {
    const src = write({
      'intake/inbox/a.ts': "import { b } from '../sources/b';\nimport './d';",
      'intake/inbox/d.ts': "import { a } from './a';",
      'intake/sources/b.ts': 'export const b = 1;',
      'intake/sources/b.test.ts': "import { a } from '../inbox/a';",
      'intake/sources/__testUtils__/c.ts': "import { a } from '../../inbox/a';",
      'plugin.ts': "import { a } from './intake/inbox/a';",
    });
    assert.deepEqual(findRoomLoops(src), []);
  });
});
