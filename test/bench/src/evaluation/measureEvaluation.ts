import { targetPaths } from '@backstage/cli-common';
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createTempFolder } from '../servers/createTempFolder';
import { DatabaseEngine, startDatabase } from '../servers/database';
import { EvaluationFigures, EvaluationOptions } from './EvaluationFigures';

/** Evaluates a workload in a process and on a database of its own. */
export async function measureEvaluation(options: {
  checks: number;
  engine: DatabaseEngine;
  entities: number;
}): Promise<EvaluationFigures> {
  const folder = await createTempFolder();
  const database = await startDatabase(options.engine, folder);
  try {
    const asked: EvaluationOptions = {
      checks: options.checks,
      entities: options.entities,
      database:
        options.engine === 'sqlite'
          ? // In a file, since a database in memory would be counted as memory of the process
            { client: 'better-sqlite3', connection: { directory: folder } }
          : database.config('evaluation'),
    };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--expose-gc',
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'src/evaluation/evaluate.ts',
        JSON.stringify(asked),
      ],
      { cwd: targetPaths.dir, env: { ...process.env, NODE_ENV: 'production' } },
    );
    return JSON.parse(stdout);
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
