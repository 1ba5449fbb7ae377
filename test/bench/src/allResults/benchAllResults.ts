import { median } from '../median';
import { serviceHeaders } from '../servers/serviceToken';
import { Stage } from '../stage/createStage';
import { ENTITIES } from '../workload';
import { Row } from '../table/Row';

const TIMES_FASTER = 100;
const KILOBYTES = 100;
const ROUNDS = 5;
const OURS_IN_A_ROUND = 10;

/** The first page of the matrix as the portal page asks for it. */
const PAGE = '/api/scorecards/scorecards/default/readiness/entities?limit=100';
const ROLLUP = '/api/scorecards/scorecards/default/readiness/rollup?by=owner';

/**
 * How all entities stand: our rollup and first page of the matrix, one after the other, beside all checks of all
 * entities run by tech-insights, which has no other way to tell.
 */
export async function benchAllResults(stage: Stage): Promise<Row[]> {
  const [portal, techInsights] = await Promise.all([
    stage.portal(),
    stage.techInsights(),
  ]);
  const ours = () =>
    time(async () => {
      const bodies = [];
      for (const path of [ROLLUP, PAGE]) {
        bodies.push(await read(`${portal.url}${path}`));
      }
      return bodies.join('').length;
    });
  const theirs = () =>
    time(async () => {
      const body = await read(
        `${techInsights.url}/api/tech-insights/checks/run`,
        {
          method: 'POST',
          body: '{"entities":[]}',
        },
      );
      return body.length;
    });

  await ours();
  const ratios: number[] = [];
  const oursMs: number[] = [];
  const theirsMs: number[] = [];
  let oursBytes = 0;
  let theirsBytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const own: number[] = [];
    for (let turn = 0; turn < OURS_IN_A_ROUND; turn++) {
      const { ms, result } = await ours();
      own.push(ms);
      oursBytes = result;
    }
    const { ms, result } = await theirs();
    theirsBytes = result;
    oursMs.push(median(own));
    theirsMs.push(ms);
    ratios.push(ms / median(own));
  }

  const ratio = median(ratios);
  const name = (what: string) => `${what}, ${ENTITIES} × 20 (${stage.engine})`;
  return [
    {
      name: name('rollup and first matrix page'),
      figure: `${median(oursMs).toFixed(1)} ms, ${kilobytes(oursBytes)}`,
      target: `< ${KILOBYTES} kB`,
      met: oursBytes < KILOBYTES * 1000,
    },
    {
      name: name('tech-insights checks/run for all'),
      figure: `${median(theirsMs).toFixed(0)} ms, ${kilobytes(theirsBytes)}`,
    },
    {
      name: name('ours faster by'),
      figure: `${ratio.toFixed(0)} ×`,
      target: `≥ ${TIMES_FASTER} ×`,
      met: ratio >= TIMES_FASTER,
    },
  ];
}

async function time<T>(run: () => Promise<T>) {
  const start = performance.now();
  const result = await run();
  return { result, ms: performance.now() - start };
}

async function read(url: string, init?: RequestInit): Promise<Buffer> {
  const response = await fetch(url, {
    ...init,
    headers: { ...serviceHeaders(), 'Accept-Encoding': 'identity' },
  });
  const body = Buffer.from(await response.arrayBuffer());
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${body}`);
  }
  return body;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
