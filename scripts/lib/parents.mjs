import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 1_000;
const SHELL = /^(ba|da|a|z|k)?sh$/;

/**
 * Calls back when npm, which started this process, is gone, or the shell between the two. Neither hands a signal on that
 * only it got, and none tells that it was killed. Without npm there is nobody to follow: a script started in the
 * background may well outlive its shell.
 */
export function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_event) {
    return;
  }
  const { ppid } = process;
  const shell = describe(ppid);
  const npm = SHELL.test(shell?.name) ? shell.parent : undefined;
  const timer = setInterval(() => {
    const isGone =
      process.ppid !== ppid ||
      (npm !== undefined && describe(ppid)?.parent !== npm);
    if (isGone) {
      clearInterval(timer);
      callback();
    }
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** The name of a process and who started it; undefined where there is none, or nobody to ask. */
function describe(pid) {
  try {
    const [name, parent] =
      process.platform === 'linux' ? readProc(pid) : askPs(pid);
    return { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function readProc(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return ['Name', 'PPid'].map(
    field => new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(status)[1],
  );
}

function askPs(pid) {
  const line = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const [, parent, path] = /^\s*(\d+)\s+(.*)$/m.exec(line);
  return [path.split('/').pop(), parent];
}
