// Runs a program for as long as whoever started this process lives. A pipe to this process's input says so: it closes
// however that process ends, also where it had no time to end anything itself.
import { spawn } from 'node:child_process';

const GRACE_MS = 10_000;
/** Everything in the process group of this process, which is started as its leader. */
const GROUP = 0;

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.once('exit', code => process.exit(code ?? 1));

// What is sent to the group is for the program; this process ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => undefined);
}

process.stdin.resume();
process.stdin.once('close', () => {
  process.kill(GROUP, 'SIGTERM');
  setTimeout(() => process.kill(GROUP, 'SIGKILL'), GRACE_MS);
});
