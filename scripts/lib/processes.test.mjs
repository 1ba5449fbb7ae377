import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from './processes.mjs';

const processes = fileURLToPath(new URL('processes.mjs', import.meta.url));

/** Says its id, and goes on until it is ended. */
const PROGRAM = `
process.on('SIGTERM', () => process.exit(0));
console.log('program ' + process.pid);
setInterval(() => {}, 1000);
`;

/** As `npm start` does it. */
const STARTER = `
import { endWithThisProcess, start } from '${processes}';
endWithThisProcess({ exitCode: 0 });
const { done } = await start(process.execPath, ['program.cjs'], {
  log: 'program.log',
  onLine: line => console.log(line),
});
await done;
`;

const isAlive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function untilGone(pid) {
  while (isAlive(pid)) {
    await new Promise(next => setTimeout(next, 20));
  }
}

describe('what is started', { timeout: 60_000 }, () => {
  let folder;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'processes-'));
    await writeFile(join(folder, 'program.cjs'), PROGRAM);
    await writeFile(join(folder, 'starter.mjs'), STARTER);
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ scripts: { start: 'node starter.mjs' } }),
    );
  });

  after(() => rm(folder, { recursive: true }));

  /** Runs until the program has said its id. */
  async function begin(command, args) {
    const env = { ...process.env };
    delete env.npm_lifecycle_event;
    const outer = spawn(command, args, { cwd: folder, env });
    outer.stdout.setEncoding('utf8');
    let text = '';
    for await (const chunk of outer.stdout) {
      text += chunk;
      const said = /program (\d+)\n/.exec(text);
      if (said) {
        return { outer, pid: Number(said[1]) };
      }
    }
    throw new Error(`Nothing was started: ${text}`);
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL']) {
    it(`ends when the script gets ${signal}`, async () => {
      const { outer, pid } = await begin(process.execPath, ['starter.mjs']);
      assert.ok(isAlive(pid));
      outer.kill(signal);
      await untilGone(pid);
    });
  }

  // On SIGINT alone, npm waits for its script: a terminal sends it to both.
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGKILL']) {
    it(`ends when npm alone gets ${signal}`, async () => {
      const { outer, pid } = await begin('npm', ['start']);
      assert.ok(isAlive(pid));
      outer.kill(signal);
      await untilGone(pid);
    });
  }

  it('leaves its exit code and its output', async () => {
    const log = join(folder, 'short.log');
    const code = await run(
      process.execPath,
      ['-e', 'console.log("said"); process.exit(3)'],
      { cwd: folder, env: process.env, log },
    );
    assert.equal(code, 3);
    assert.equal(await readFile(log, 'utf8'), 'said\n');
  });

  it('fails where there is no such program', async () => {
    const log = join(folder, 'missing.log');
    const code = await run('no-such-program', [], {
      cwd: folder,
      env: process.env,
      log,
    });
    assert.equal(code, 127);
    assert.match(await readFile(log, 'utf8'), /ENOENT/);
  });
});
