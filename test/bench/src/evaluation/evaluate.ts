import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../median';
import { EvaluationFigures, EvaluationOptions } from './EvaluationFigures';
import { startBackend } from './startBackend';

/*
 * A process of its own, so that its memory holds nothing else: fills a database, evaluates, and prints its figures as
 * JSON.
 */

const CHANGES = 30;
const WARM_UP = 5;

type Backend = Awaited<ReturnType<typeof startBackend>>;

async function main(options: EvaluationOptions) {
  const backend = await startBackend(options);
  const memory = watchMemory();
  await backend.fill();

  const firstSeconds = await evaluateAll(backend);
  const before = await describeRows(backend);
  await backend.knex('scorecards').update({ evaluated_version: 0 });
  const unchangedSeconds = await evaluateAll(backend);
  const grownBytes = memory.stop();
  const figures: EvaluationFigures = {
    firstSeconds,
    unchangedSeconds,
    isUnchanged: before === (await describeRows(backend)),
    results: Number(
      (await backend.knex('results').count('* as count'))[0].count,
    ),
    changeMilliseconds: await measureChanges(backend),
    grownMegabytes: grownBytes / 1_000_000,
  };
  await backend.stop();
  // The database service keeps a timer that would keep the process.
  process.stdout.write(JSON.stringify(figures), () => process.exit());
}

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

/** How far the resident memory rises above where it is now, in bytes. */
function watchMemory() {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 100);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most - before;
    },
  };
}

/** From a source that sends a changed fact until its result is stored, in milliseconds: the median of many. */
async function measureChanges(backend: Backend): Promise<number> {
  const durations: number[] = [];
  for (let index = 0; index < CHANGES + WARM_UP; index += 1) {
    const entityRef = backend.source.nextChanged();
    const result = () =>
      backend.knex('results').first('digest').where('entity_ref', entityRef);
    const before = await result();
    const start = performance.now();
    await backend.tasks.run('fact-source-bench');
    while ((await result()).digest === before.digest) {
      await delay(1);
    }
    durations.push(performance.now() - start);
  }
  return median(durations.slice(WARM_UP));
}

main(JSON.parse(process.argv[2])).catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
