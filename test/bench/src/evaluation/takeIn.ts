import { observeAll } from './createWorkloadSource';
import { IntakeFigures, WorkloadOptions } from './EvaluationFigures';
import { runProcess } from './runProcess';
import { startBackend } from './startBackend';
import { watchMemory } from './watchMemory';

/*
 * A process of its own, so that its memory holds nothing else: takes entities, facts and the scorecard in. Nothing is
 * judged by it yet.
 */

runProcess(async (options: WorkloadOptions): Promise<IntakeFigures> => {
  const { catalog, stop, tasks } = await startBackend({
    ...options,
    observe: observeAll(options),
  });
  const memory = watchMemory();
  const start = performance.now();
  await tasks.run('sync-catalog');
  await tasks.run('fact-source-bench');
  await tasks.run('evaluate-due');
  const seconds = (performance.now() - start) / 1_000;
  const grownMegabytes = memory.stop();
  catalog.addScorecard();
  await tasks.run('sync-catalog');
  await tasks.run('evaluate-due');
  await stop();
  return { seconds, grownMegabytes };
});
