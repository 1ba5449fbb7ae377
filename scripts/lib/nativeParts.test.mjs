import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { parse } from 'yaml';
import { root } from './paths.mjs';

const read = path => readFileSync(join(root, path), 'utf8');

it('builds the native parts of the version that is installed', () => {
  const installed = Object.entries(parse(read('yarn.lock'))).find(([name]) =>
    name.startsWith('better-sqlite3@'),
  )[1].version;
  const { dependencies } = JSON.parse(read('scripts/native/package.json'));
  const { packages } = JSON.parse(read('scripts/native/package-lock.json'));
  assert.deepEqual(
    [
      dependencies['better-sqlite3'],
      packages['node_modules/better-sqlite3'].version,
    ],
    [installed, installed],
  );
});
