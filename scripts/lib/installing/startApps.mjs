import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { lastLines, start } from '../processes.mjs';
import { SetUpError } from '../terminal.mjs';

const READY_WITHIN_MS = 300_000;

/** Starts the backend and both frontends of an app, each with the command that Backstage has for it. */
export async function startApps(app, { env, logs }) {
  const { port, legacyPort, backendPort } = app.ports;
  const local = number => `http://localhost:${number}`;
  await writeConfig(app, 'app-config.local.yaml', {
    app: { baseUrl: local(port) },
    backend: {
      baseUrl: local(backendPort),
      listen: { port: backendPort },
      cors: { origin: [local(port), local(legacyPort)] },
    },
  });
  await writeConfig(app, 'app-config.legacy.yaml', {
    app: { baseUrl: local(legacyPort) },
  });

  const config = file => `--config ../../${file}`;
  const both = `${config('app-config.yaml')} ${config(
    'app-config.local.yaml',
  )}`;
  const running = [];
  const begin = async (workspace, options, url) => {
    const log = join(logs, `install-${workspace}.log`);
    const program = await start(
      'sh',
      ['-c', `yarn workspace ${workspace} start ${options}`],
      {
        cwd: app.folder,
        log,
        env: {
          ...process.env,
          ...env,
          BROWSER: 'none',
          PATH: `${app.tools}${delimiter}${process.env.PATH}`,
        },
      },
    );
    running.push(program);
    await answers(url, { program, log });
  };
  const stop = () => Promise.all(running.map(program => program.stop()));
  try {
    await begin(
      'backend',
      both,
      `${local(backendPort)}/.backstage/health/v1/readiness`,
    );
    await begin('app', both, local(port));
    await begin(
      'app-legacy',
      `${both} ${config('app-config.legacy.yaml')}`,
      local(legacyPort),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    backend: local(backendPort),
    frontends: { app: local(port), 'app-legacy': local(legacyPort) },
    stop,
  };
}

function writeConfig({ folder }, name, value) {
  return writeFile(join(folder, name), JSON.stringify(value, undefined, 2));
}

async function answers(url, { program, log }) {
  let ended = false;
  program.done.then(() => {
    ended = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      response => response.ok,
      () => false,
    );
    if (ok) return;
    if (ended || Date.now() > deadline) {
      throw new SetUpError(
        `Nothing answers on ${url}; the whole log is in '${log}'. It ends:\n${await lastLines(
          log,
          40,
        )}`,
      );
    }
    await new Promise(next => setTimeout(next, 500));
  }
}
