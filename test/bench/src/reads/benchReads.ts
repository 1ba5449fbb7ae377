import {
  measureFirstTime,
  measureRates,
  medianRatio,
  Rate,
  Target,
} from '../http/measureRates';
import { serviceHeaders } from '../servers/serviceToken';
import { Server } from '../servers/startServer';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { componentNames, ENTITIES } from '../workload';

const OF_BARE_ROUTE = 0.6;
const TIMES_TECH_INSIGHTS = 5;

/**
 * One entity with its twenty checks, permissions off: ours beside a bare authenticated route of the same backend and
 * beside tech-insights running the same checks over the same facts; once as a signed-in user, once as a service.
 */
export async function benchReads(stage: Stage): Promise<Row[]> {
  const portal = await stage.portal();
  const first = await measureFirstTime(entityReads(portal, portal.userHeaders));
  return [
    {
      name: `entity read, each entity for the first time (${stage.engine}, user)`,
      figure: formatRate(first),
    },
    ...(await compare(stage, 'user', portal.userHeaders)),
    ...(await compare(stage, 'service', serviceHeaders())),
  ];
}

async function compare(
  stage: Stage,
  caller: string,
  headers: Record<string, string>,
): Promise<Row[]> {
  const [portal, techInsights] = await Promise.all([
    stage.portal(),
    stage.techInsights(),
  ]);
  const bare: Target = {
    server: portal,
    headers,
    paths: ['/api/bare/route'],
  };
  const ours = entityReads(portal, headers);
  const theirs: Target = {
    server: techInsights,
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    paths: componentNames(ENTITIES).map(
      name => `/api/tech-insights/checks/run/default/component/${name}`,
    ),
    body: '{}',
  };
  const rates = await measureRates({ bare, ours, theirs });
  const ofBare = medianRatio(rates.ours, rates.bare);
  const timesTheirs = medianRatio(rates.ours, rates.theirs);
  const name = (what: string) => `${what} (${stage.engine}, ${caller})`;
  return [
    { name: name('bare route'), figure: formatRate(rates.bare) },
    { name: name('entity read'), figure: formatRate(rates.ours) },
    {
      name: name('tech-insights checks/run'),
      figure: formatRate(rates.theirs),
    },
    {
      name: name('entity read / bare route'),
      figure: `${percent(ofBare)}${formatProcessorShare(rates)}`,
      target: `≥ ${percent(OF_BARE_ROUTE)}`,
      met: ofBare >= OF_BARE_ROUTE,
    },
    {
      name: name('entity read / tech-insights'),
      figure: `${timesTheirs.toFixed(1)} ×`,
      target: `≥ ${TIMES_TECH_INSIGHTS} ×`,
      met: timesTheirs >= TIMES_TECH_INSIGHTS,
    },
  ];
}

function entityReads(server: Server, headers: Record<string, string>): Target {
  return {
    server,
    headers,
    paths: componentNames(ENTITIES).map(
      name => `/api/scorecards/entities/component/default/${name}`,
    ),
  };
}

function formatProcessorShare({ bare, ours }: { bare: Rate; ours: Rate }) {
  return bare.processorUs && ours.processorUs
    ? `, by processor time ${percent(bare.processorUs / ours.processorUs)}`
    : '';
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** For the figures of a table. */
export function formatRate(rate: Rate): string {
  return [
    `${Math.round(rate.requestsPerSecond)} req/s`,
    `p99 ${Math.round(rate.p99Ms)} ms`,
    rate.processorUs && `${Math.round(rate.processorUs)} µs of processor time`,
  ]
    .filter(Boolean)
    .join(', ');
}
