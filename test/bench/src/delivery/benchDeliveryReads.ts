import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { componentNames, ENTITIES } from '../workload';
import { YEAR_SIZE } from './createYear';
import { fillMeasures } from './fillMeasures';
import { measureLatencies } from './measureLatencies';

const TIMES_SCORECARDS = 2;
const OVERVIEW_MS = 300;
const REQUESTS = 400;

/**
 * What a page asks for, beside two thousand repositories with a year behind them: the measures of an entity, next to the
 * scorecards of the same one, and the page of the whole organisation.
 */
export async function benchDeliveryReads(stage: Stage): Promise<Row[]> {
  const [portal, database] = await Promise.all([
    stage.portal(),
    stage.database(),
  ]);
  if (stage.engine !== 'postgres') {
    // What SQLite keeps in the memory of the portal cannot be filled from here.
    return [];
  }
  const runs = Number(process.env.BENCH_RUNS ?? YEAR_SIZE.runs);
  const filled = await fillMeasures({
    portal,
    database,
    entities: ENTITIES,
    size: {
      runs,
      deployments: Number(
        process.env.BENCH_DEPLOYMENTS ?? YEAR_SIZE.deployments,
      ),
    },
  });
  // Each is read more than once, as pages are.
  const names = componentNames(ENTITIES).slice(-REQUESTS / 4);
  const to = (path: (name: string) => string) => ({
    server: portal,
    headers: portal.userHeaders,
    paths: names.map(path),
  });
  const measures = to(
    name => `/api/delivery/entities/component/default/${name}/measures`,
  );
  const first = await measureLatencies(
    { measures },
    { requests: names.length },
  );
  const p95 = await measureLatencies(
    {
      scorecards: to(
        name => `/api/scorecards/entities/component/default/${name}`,
      ),
      measures,
      overview: { ...measures, paths: ['/api/delivery/overview?view=now'] },
    },
    { requests: REQUESTS },
  );
  const times = p95.measures / p95.scorecards;
  const year = `${ENTITIES} repositories, ${runs} runs each`;
  return [
    {
      name: `one repository's year measured anew (${runs} runs)`,
      figure: `${Math.round(filled.measure)} ms`,
    },
    {
      name: `the whole organisation summed (${year}, ${filled.sampleDays} stored days)`,
      figure: `${(filled.overview / 1000).toFixed(1)} s, in the background`,
    },
    {
      name: 'entity measures, first time p95',
      figure: `${first.measures.toFixed(1)} ms`,
    },
    {
      name: 'entity scorecards p95',
      figure: `${p95.scorecards.toFixed(1)} ms`,
    },
    { name: 'entity measures p95', figure: `${p95.measures.toFixed(1)} ms` },
    {
      name: 'entity measures p95 / entity scorecards p95',
      figure: `${times.toFixed(2)} ×`,
      target: `≤ ${TIMES_SCORECARDS} ×`,
      met: times <= TIMES_SCORECARDS,
    },
    {
      name: `portal page p95 (${year})`,
      figure: `${p95.overview.toFixed(1)} ms`,
      target: `< ${OVERVIEW_MS} ms`,
      met: p95.overview < OVERVIEW_MS,
    },
  ];
}
