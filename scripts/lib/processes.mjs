import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whenNpmIsGone } from './parents.mjs';

const GRACE_MS = 10_000;
const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));
const running = new Set();

/**
 * Starts a program in a process group of its own, its output going to a log file. It ends with this process, however
 * this process ends.
 *
 * `onLine` sees each line of output. The returned `done` resolves with the exit code.
 */
export async function start(command, args, { cwd, env, log, onLine }) {
  await mkdir(dirname(log), { recursive: true });
  const output = createWriteStream(log);
  const child = spawn(process.execPath, [guard, command, ...args], {
    cwd,
    env,
    detached: true,
    stdio: 'pipe',
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    let rest = '';
    stream.on('data', chunk => {
      output.write(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      lines.forEach(line => onLine?.(line));
    });
  }
  const done = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      output.end(() => resolve(code ?? (signal ? 1 : 0)));
    });
  });
  const started = { done, stop: () => stopGroup(child, done) };
  running.add(started);
  const forget = () => running.delete(started);
  done.then(forget, forget);
  return started;
}

/** Ends all that was started when this process is asked to end or npm is gone, at whatever point that is. */
export function endWithThisProcess({ exitCode, onSignal }) {
  const end = async () => {
    onSignal?.();
    await Promise.all([...running].map(started => started.stop()));
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, end);
  }
  whenNpmIsGone(end);
}

/** Asks a whole process group to end, and makes it end when it does not. */
async function stopGroup(child, done) {
  const signalGroup = signal => {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  signalGroup('SIGTERM');
  const timer = setTimeout(() => signalGroup('SIGKILL'), GRACE_MS);
  await done.catch(() => undefined);
  clearTimeout(timer);
  signalGroup('SIGKILL');
}

/** Runs a program to its end and resolves with its exit code. */
export async function run(command, args, options) {
  const { done } = await start(command, args, options);
  return done;
}

export async function lastLines(file, count) {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
