import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dataRoot, root } from './paths.mjs';
import { lastLines, start } from './processes.mjs';
import { SetUpError } from './terminal.mjs';

const READY_WITHIN_MS = 180_000;

/** What of the portal the environment can move. */
export function readPortalOptions(env = process.env) {
  return {
    port: Number(env.PORT || 3000),
    backendPort: Number(env.BACKEND_PORT || 7007),
    data: env.FAIRLEAD_DATA ? resolve(env.FAIRLEAD_DATA) : dataRoot,
    catalog: env.FAIRLEAD_CATALOG || undefined,
  };
}

/** Starts backend and frontend and resolves once a browser can open them. */
export async function startPortal({ port, backendPort, data, folder, onLine }) {
  const home = join(data, folder ? folder.id : 'demo');
  const log = join(home, 'portal.log');
  const overrides = join(home, 'app-config.overrides.yaml');
  await mkdir(home, { recursive: true });
  await writeFile(
    overrides,
    JSON.stringify(
      configOverrides({ port, backendPort, home, folder }),
      undefined,
      2,
    ),
  );

  // The development server of the backend outlives a backend that does not start, and waits for a change.
  let backendFailed;
  const failed = new Promise(resolve => {
    backendFailed = resolve;
  });
  const portal = await start(
    process.execPath,
    [
      join(root, 'node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'),
      'repo',
      'start',
      'app',
      'backend',
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      join(root, 'app-config.demo.yaml'),
      '--config',
      overrides,
    ],
    {
      cwd: root,
      env: { ...process.env, BROWSER: 'none' },
      log,
      onLine: line => {
        onLine?.(line);
        if (line.includes('Backend startup failed')) backendFailed();
      },
    },
  );
  const url = `http://localhost:${port}`;
  const ended = portal.done.then(async code => {
    throw new SetUpError(
      `The portal ended with code ${code}; the whole log is in '${log}'. It ends:\n${await lastLines(
        log,
        20,
      )}`,
    );
  });
  // Whoever waits for readiness sees it; afterwards the caller watches `done`.
  ended.catch(() => undefined);
  try {
    await Promise.race([
      ended,
      failed.then(async () => {
        throw new SetUpError(
          `The backend did not start; the whole log is in '${log}'. It ends:\n${await lastLines(
            log,
            20,
          )}`,
        );
      }),
      Promise.all([
        answers(url),
        answers(
          `http://localhost:${backendPort}/.backstage/health/v1/readiness`,
        ),
      ]),
    ]);
  } catch (error) {
    await portal.stop();
    throw error;
  }
  return { ...portal, ended, url, log };
}

function configOverrides({ port, backendPort, home, folder }) {
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl: `http://localhost:${backendPort}`,
      listen: { port: backendPort },
      cors: { origin: baseUrl },
      database: { connection: { directory: join(home, 'database') } },
    },
    ...(!folder && {
      demo: { year: true },
      // The repositories of the demo are nowhere, and no host is to be asked for them.
      delivery: { reconcile: { enabled: false } },
      events: { modules: demoSecrets() },
    }),
    ...(folder && {
      demo: { facts: false, runbookHost: null },
      catalog: {
        locations: folder.targets.map(target => ({ type: 'file', target })),
      },
      auth: {
        providers: { guest: { ownershipEntityRefs: ['user:default/guest'] } },
      },
    }),
  };
}

/** What the demo's senders share with the portal; each start makes its own. */
function demoSecrets() {
  const secret = () => randomBytes(24).toString('base64url');
  return {
    alertmanager: { token: secret() },
    ...Object.fromEntries(
      ['github', 'gitlab', 'pagerduty', 'rootly'].map(source => [
        source,
        { webhookSecret: secret() },
      ]),
    ),
  };
}

async function answers(url) {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      response => response.ok,
      () => false,
    );
    if (ok) return;
    if (Date.now() > deadline) {
      throw new SetUpError(
        `Nothing answers on ${url} after ${READY_WITHIN_MS / 1000} s.`,
      );
    }
    await new Promise(next => setTimeout(next, 200));
  }
}
