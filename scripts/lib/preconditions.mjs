import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { SetUpError } from './terminal.mjs';

export async function checkDisk(folder, neededMegabytes) {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  if (free < neededMegabytes) {
    throw new SetUpError(
      `Not enough disk space in '${folder}': ${free} MB free, ${neededMegabytes} MB needed.`,
    );
  }
}

/** Ports are given with the environment variable that moves them. */
export async function checkPorts(ports) {
  for (const { port, variable } of ports) {
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new SetUpError(
        `${variable} is not a port number between 1 and 65535.`,
      );
    }
    if (!(await isFree(port))) {
      throw new SetUpError(
        `Port ${port} is in use; stop what listens there, or set ${variable} to another port.`,
      );
    }
  }
}

async function isFree(port) {
  // A listener on one address family does not keep the other from binding, so both are tried.
  const free = await Promise.all(
    ['127.0.0.1', '::1'].map(host => canListen(port, host)),
  );
  return free.every(Boolean);
}

function canListen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
