import { ForwardedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { waitFor } from './waitFor';

/** A backend running in a process of its own. */
export interface Server {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export interface StartServerOptions {
  name: string;
  /** Node's arguments up to and with the entry file. */
  nodeArgs: string[];
  /** Where the entry's packages are resolved from. */
  cwd: string;
  env?: Record<string, string>;
  config: JsonObject & { backend: JsonObject };
  /** Holds the configuration and the log. */
  folder: string;
}

/** Starts a backend on a free port and waits until it is ready. */
export async function startServer({
  name,
  nodeArgs,
  cwd,
  env,
  config,
  folder,
}: StartServerOptions): Promise<Server> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const configPath = join(folder, `${name}.yaml`);
  const logPath = join(folder, `${name}.log`);
  // JSON is YAML
  await writeFile(
    configPath,
    JSON.stringify({
      ...config,
      backend: { ...config.backend, baseUrl: url, listen: { port } },
    }),
  );

  const output = openSync(logPath, 'w');
  const child = spawn(process.execPath, [...nodeArgs, '--config', configPath], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', output, output],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await exited;
  };
  try {
    await waitFor(
      `'${name}' to be ready`,
      async () => {
        if (child.exitCode !== null) {
          throw new Error(`'${name}' stopped while starting`);
        }
        const response = await fetch(
          `${url}/.backstage/health/v1/readiness`,
        ).catch(() => undefined);
        return response?.ok;
      },
      { timeoutMs: 180_000 },
    );
  } catch (error) {
    await stop();
    const log = await readFile(logPath, 'utf8');
    const errors = log.split('\n').filter(line => line.includes('"error"'));
    throw new ForwardedError(errors.join('\n') || log, error);
  }
  return { url, pid: child.pid!, stop };
}

/** A port that nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
