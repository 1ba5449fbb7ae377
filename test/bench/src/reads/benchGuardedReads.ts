import { measureRates } from '../http/measureRates';
import { Portal } from '../stage/startPortal';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { componentNames, ENTITIES } from '../workload';
import { formatRate } from './benchReads';

const COUNTED_REQUESTS = 50;

/** One entity with its twenty checks, read by a user whom the policy shows only what their teams own. */
export async function benchGuardedReads(stage: Stage): Promise<Row[]> {
  const portal = await stage.guardedPortal();
  const paths = await readablePaths(portal);
  // First, since requests that a measurement leaves behind would be counted too
  const calls = await countCalls(portal, paths);
  const { guarded } = await measureRates({
    guarded: { server: portal, headers: portal.userHeaders, paths },
  });
  const perRequest = (call: RegExp) =>
    Object.entries(calls)
      .filter(([name]) => call.test(name))
      .reduce((sum, [, count]) => sum + count, 0) / COUNTED_REQUESTS;
  const authorize = perRequest(/^scorecards → \/api\/permission\/authorize$/);
  const catalog = perRequest(/^scorecards → \/api\/catalog\//);
  const name = (what: string) => `${what} (${stage.engine})`;
  return [
    {
      name: name('entity read, permissions on, conditional policy'),
      figure: formatRate(guarded),
    },
    {
      name: name('authorize calls by scorecards per such request'),
      figure: String(authorize),
      target: '≤ 1',
      met: authorize <= 1,
    },
    {
      name: name('catalog calls by scorecards per such request'),
      figure: String(catalog),
      target: '≤ 1',
      met: catalog <= 1,
    },
  ];
}

/** The entities that the policy lets the user read; makes sure that it hides the others. */
async function readablePaths(portal: Portal): Promise<string[]> {
  const readable: string[] = [];
  for (const name of componentNames(ENTITIES / 10)) {
    const path = `/api/scorecards/entities/component/default/${name}`;
    const { status } = await read(portal, path);
    if (status === 200) {
      readable.push(path);
    }
  }
  if (!readable.length || readable.length === ENTITIES / 10) {
    throw new Error(
      `The policy shows ${readable.length} of ${ENTITIES / 10} entities`,
    );
  }
  return readable;
}

async function countCalls(
  portal: Portal,
  paths: string[],
): Promise<Record<string, number>> {
  await fetch(`${portal.url}/calls`, { method: 'POST' });
  for (let index = 0; index < COUNTED_REQUESTS; index++) {
    await read(portal, paths[index % paths.length]);
  }
  const response = await fetch(`${portal.url}/calls`);
  return response.json();
}

async function read({ url, userHeaders }: Portal, path: string) {
  const response = await fetch(`${url}${path}`, { headers: userHeaders });
  await response.arrayBuffer();
  return response;
}
