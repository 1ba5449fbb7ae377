import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readCatalogFolder } from '../catalogFolder.mjs';
import { watchCatalogProblems } from '../catalogProblems.mjs';
import { ensureInstalled } from '../install.mjs';
import { readPortalOptions, startPortal } from '../portal.mjs';
import { checkDisk, checkPorts } from '../preconditions.mjs';
import { endWithThisProcess } from '../processes.mjs';
import { say, seconds, SetUpError } from '../terminal.mjs';

const NEEDED_MEGABYTES = 300;
const HELP = `Sets up what is needed and runs the portal until Ctrl-C.

  npm start                     the demo organisation on http://localhost:3000
  npm start -- --logs           with the log of frontend and backend

  PORT=3001                     another port for the portal
  BACKEND_PORT=7008             another port for its backend
  FAIRLEAD_CATALOG=<folder>     another catalog: every entity in the YAML files below the folder
  FAIRLEAD_DATA=<folder>        where the databases lie, instead of .data
`;

/** `npm start` */
export async function start() {
  const { values } = parseArguments();
  if (values.help) {
    say(HELP);
    return;
  }
  endWithThisProcess({ exitCode: 0, onSignal: () => say('Stopping …') });
  const since = performance.now();
  const { catalog, ...options } = readPortalOptions();
  await checkPorts([
    { port: options.port, variable: 'PORT' },
    { port: options.backendPort, variable: 'BACKEND_PORT' },
  ]);
  const folder = catalog && (await readCatalogFolder(catalog));
  await mkdir(options.data, { recursive: true });
  await checkDisk(options.data, NEEDED_MEGABYTES);
  await ensureInstalled({ onlyPortal: true });

  say('Starting frontend and backend …');
  const portal = await startPortal({
    ...options,
    folder,
    // A catalog of one's own is where something is not taken; with the whole log nothing has to be said twice.
    onLine: values.logs ? say : watchCatalogProblems(say),
  });
  say(
    `Ready in ${seconds(since)}: ${portal.url} (log in ${
      portal.log
    }; Ctrl-C ends it)`,
  );
  await portal.ended;
}

function parseArguments() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        logs: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new SetUpError(`${error.message}. See 'npm start -- --help'.`);
  }
}
