import { setTimeout as sleep } from 'node:timers/promises';
import { measureRates, medianRatio, Rate } from '../http/measureRates';
import { readProcessorTime } from '../http/readProcessorTime';
import { median } from '../median';
import { PolicyName } from '../servers/policyModule';
import { Stage } from '../stage/createStage';
import { Portal } from '../stage/startPortal';
import { Row } from '../table/Row';
import { changeFacts } from './changeFacts';
import { createReads, createSweeps, ReadName, READS, SWEEPS } from './reads';

/** The larger number of components, and a tenth of it. */
const COMPONENTS = Number(process.env.FAIRLEAD_BENCH_COMPONENTS ?? 20_000);
const SIZES = [COMPONENTS / 10, COMPONENTS] as const;

const CASES: readonly PolicyName[] = [
  'everything',
  'own teams and all groups',
  'all but one team',
  "a module's rule",
];
const CONNECTIONS = 10;
const PAGE_MS = 300;
const PAGES_PER_SECOND = 50;
const SWEEP_FACTOR = 13;
const OF_CATALOG = 0.6;
const IDLE_SECONDS = 120;
const IDLE_FACTOR = 4;

type Portals = Record<'small' | 'large', Portal>;

/**
 * The same portal with ten times the components: each page that is read while everything may be seen, little of it, all but
 * little of it, and what a rule of a module leaves; what reads all entities; and the backend when nobody asks for anything.
 */
export async function benchGrowth(stage: Stage): Promise<Row[]> {
  if (stage.engine !== 'postgres') {
    // SQLite in memory would hold the database of both in the process that is measured.
    return [];
  }
  const portals: Portals = {
    small: await stage.growingPortal(SIZES[0]),
    large: await stage.growingPortal(SIZES[1]),
  };
  await changeFacts(portals.small, SIZES[0]);
  await changeFacts(portals.large, SIZES[1]);

  const rows: Row[] = [];
  for (const policy of CASES) {
    process.stderr.write(`  ${policy}\n`);
    await setPolicies(portals, policy);
    rows.push(
      ...(await benchPages(portals, policy)),
      ...(await benchSweeps(portals, policy)),
      await compareWithCatalog(portals.large, policy),
    );
  }
  return [...rows, await benchIdle(portals)];
}

async function benchPages(
  portals: Portals,
  policy: PolicyName,
): Promise<Row[]> {
  const small = createReads(portals.small, SIZES[0]);
  const large = createReads(portals.large, SIZES[1]);
  const rows: Row[] = [];
  for (const read of READS) {
    const rates = await measureRates(
      { small: small[read], large: large[read] },
      { rounds: 1, warmUp: 1, seconds: 2, connections: CONNECTIONS },
    );
    rows.push(toPageRow(`${read} (${policy})`, rates));
  }
  return rows;
}

function toPageRow(name: string, { small, large }: Record<string, Rate>): Row {
  const factor = small.requestsPerSecond / large.requestsPerSecond;
  return {
    name,
    figure: `${formatRate(small)} → ${formatRate(large)}, ${formatFactor(
      factor,
    )}`,
    target: `p95 ≤ ${PAGE_MS} ms, ≥ ${PAGES_PER_SECOND}/s`,
    met: large.p95Ms <= PAGE_MS && large.requestsPerSecond >= PAGES_PER_SECOND,
  };
}

async function benchSweeps(
  portals: Portals,
  policy: PolicyName,
): Promise<Row[]> {
  const small = createSweeps(portals.small);
  const large = createSweeps(portals.large);
  const rows: Row[] = [];
  for (const sweep of SWEEPS) {
    const [before, after] = [
      await timed(small[sweep]),
      await timed(large[sweep]),
    ];
    rows.push({
      name: `${sweep} (${policy})`,
      figure: `${formatTime(before)} → ${formatTime(after)}, ${formatFactor(
        after / before,
      )}`,
      target: `≤ ${SWEEP_FACTOR} ×`,
      met: after / before <= SWEEP_FACTOR,
    });
  }
  return rows;
}

/** Under the same policy, in turn, so that both meet the same machine. */
async function compareWithCatalog(
  portal: Portal,
  policy: PolicyName,
): Promise<Row> {
  const reads = createReads(portal, SIZES[1]);
  const ours: ReadName = 'entity scorecards';
  const theirs: ReadName = 'catalog, one entity by name';
  const rates = await measureRates(
    { ours: reads[ours], theirs: reads[theirs] },
    { rounds: 3, seconds: 2, connections: CONNECTIONS },
  );
  const share = medianRatio(rates.ours, rates.theirs);
  return {
    name: `${ours} / ${theirs} (${policy})`,
    figure: `${Math.round(share * 100)} %`,
    target: `≥ ${OF_CATALOG * 100} %`,
    met: share >= OF_CATALOG,
  };
}

/** Both at the same time, over two runs of what runs every minute. */
async function benchIdle({ small, large }: Portals): Promise<Row> {
  const readBoth = () =>
    Promise.all([small, large].map(({ pid }) => readProcessorTime(pid)));
  const before = await readBoth();
  await sleep(IDLE_SECONDS * 1_000);
  const after = await readBoth();
  const [smallMs, largeMs] = after.map(
    (time, index) =>
      (((time ?? 0) - (before[index] ?? 0)) / 1_000 / IDLE_SECONDS) * 60,
  );
  const factor = largeMs / smallMs;
  return {
    name: 'processor time of an idle backend in a minute',
    figure: `${formatTime(smallMs)} → ${formatTime(largeMs)}, ${formatFactor(
      factor,
    )}`,
    target: `< ${IDLE_FACTOR} ×`,
    met: factor < IDLE_FACTOR,
  };
}

async function setPolicies(portals: Portals, policy: PolicyName) {
  for (const { url } of Object.values(portals)) {
    await fetch(`${url}/policies/${encodeURIComponent(policy)}`, {
      method: 'POST',
    });
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}

function formatRate({ requestsPerSecond, p95Ms }: Rate): string {
  return `${Math.round(requestsPerSecond)}/s (p95 ${Math.round(p95Ms)} ms)`;
}

function formatTime(ms: number): string {
  return `${Math.round(ms)} ms`;
}

function formatFactor(factor: number): string {
  return `${factor.toFixed(1)} ×`;
}
