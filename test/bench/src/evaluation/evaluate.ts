import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../median';
import { observeChanges } from './createWorkloadSource';
import { EvaluationFigures, WorkloadOptions } from './EvaluationFigures';
import { runProcess } from './runProcess';
import { startBackend } from './startBackend';
import { watchMemory } from './watchMemory';

/*
 * A process of its own, so that its memory holds nothing of what another one took in: evaluates the facts that are
 * stored.
 */

const CHANGES = 30;
const WARM_UP = 5;

type Backend = Awaited<ReturnType<typeof startBackend>>;

runProcess(async (options: WorkloadOptions): Promise<EvaluationFigures> => {
  const { nextChanged, observe } = observeChanges();
  const backend = await startBackend({ ...options, observe });
  const memory = watchMemory();

  const firstSeconds = await evaluateAll(backend);
  const before = await describeRows(backend);
  await backend.knex('scorecards').update({ evaluated_version: 0 });
  const unchangedSeconds = await evaluateAll(backend);
  const grownMegabytes = memory.stop();
  const figures: EvaluationFigures = {
    firstSeconds,
    unchangedSeconds,
    isUnchanged: before === (await describeRows(backend)),
    results: Number(
      (await backend.knex('results').count('* as count'))[0].count,
    ),
    changeMilliseconds: await measureChanges(backend, nextChanged),
    grownMegabytes,
  };
  await backend.stop();
  return figures;
});

async function evaluateAll({ tasks }: Backend): Promise<number> {
  const start = performance.now();
  await tasks.run('evaluate-definitions');
  return (performance.now() - start) / 1_000;
}

/** Changes when a row of results or transitions is written, even with what it held before. */
async function describeRows({ knex }: Backend): Promise<string> {
  const isPostgres = knex.client.config.client === 'pg';
  const rows = await knex('results').select(
    isPostgres
      ? knex.raw('max(xmin::text::bigint) as newest')
      : knex.raw('max(changed_at) as newest'),
  );
  const [transitions] = await knex('transitions').max('id as newest');
  return JSON.stringify([rows, transitions]);
}

/** From a source that sends a changed fact until its result is stored, in milliseconds: the median of many. */
async function measureChanges(
  { knex, tasks }: Backend,
  nextChanged: () => string,
): Promise<number> {
  const durations: number[] = [];
  for (let index = 0; index < CHANGES + WARM_UP; index += 1) {
    const entityRef = nextChanged();
    const result = () =>
      knex('results').first('digest').where('entity_ref', entityRef);
    const before = await result();
    const start = performance.now();
    await tasks.run('fact-source-bench');
    while ((await result()).digest === before.digest) {
      await delay(1);
    }
    durations.push(performance.now() - start);
  }
  return median(durations.slice(WARM_UP));
}
