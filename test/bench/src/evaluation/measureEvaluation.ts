import { targetPaths } from '@backstage/cli-common';
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createTempFolder } from '../servers/createTempFolder';
import { DatabaseEngine, startDatabase } from '../servers/database';
import {
  EvaluationFigures,
  IntakeFigures,
  WorkloadOptions,
} from './EvaluationFigures';

/** Takes a workload in, and evaluates what is stored then, each in a process of its own, on a database of their own. */
export async function measureEvaluation(options: {
  checks: number;
  engine: DatabaseEngine;
  entities: number;
}): Promise<{ intake: IntakeFigures; evaluation: EvaluationFigures }> {
  const folder = await createTempFolder();
  const database = await startDatabase(options.engine, folder);
  try {
    const workload: WorkloadOptions = {
      checks: options.checks,
      entities: options.entities,
      database:
        options.engine === 'sqlite'
          ? // In a file: the processes follow each other, and a database in memory would be counted as theirs
            { client: 'better-sqlite3', connection: { directory: folder } }
          : database.config('evaluation'),
    };
    return {
      intake: await runProcess('takeIn', workload),
      evaluation: await runProcess('evaluate', workload),
    };
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runProcess<TFigures>(
  name: 'takeIn' | 'evaluate',
  workload: WorkloadOptions,
): Promise<TFigures> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--expose-gc',
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      `src/evaluation/${name}.ts`,
      JSON.stringify(workload),
    ],
    { cwd: targetPaths.dir, env: { ...process.env, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout);
}
