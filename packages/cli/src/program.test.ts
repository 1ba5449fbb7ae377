import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BIN = resolve(__dirname, '../bin/fairlead');

function run(...args: string[]) {
  return new Promise<{ code: number; out: string; error: string }>(done => {
    execFile(
      process.execPath,
      [BIN, ...args],
      { encoding: 'utf8' },
      (failure, out, error) =>
        done({ code: Number(failure?.code ?? 0), out, error }),
    );
  });
}

describe('fairlead, as a program', () => {
  it('lints, prints JSON and nothing else, and exits with what it found', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fairlead-'));
    try {
      writeFileSync(join(folder, 'a.md'), '# A\n');
      const { code, out, error } = await run(
        'runbooks',
        'lint',
        folder,
        '--format',
        'json',
      );
      expect({ code, error }).toEqual({ code: 1, error: '' });
      expect(JSON.parse(out)).toMatchObject({
        files: 1,
        problems: [{ line: 1, column: 1 }, {}, {}, {}, {}],
      });
      expect(await run('runbooks', 'lint', join(folder, 'nope'))).toMatchObject(
        { code: 2, out: '' },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
