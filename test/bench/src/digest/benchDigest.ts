import { targetPaths } from '@backstage/cli-common';
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { WorkloadOptions } from '../evaluation/EvaluationFigures';
import { createTempFolder } from '../servers/createTempFolder';
import { startDatabase } from '../servers/database';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { DigestFigures, TEAMS } from './DigestFigures';

const SECONDS = 30;

/** Sends the digests of a week to many teams, in a process and on a database of their own. */
export async function benchDigest(
  stage: Pick<Stage, 'engine'>,
): Promise<Row[]> {
  const folder = await createTempFolder();
  const database = await startDatabase(stage.engine, folder);
  try {
    const workload: WorkloadOptions = {
      checks: 10,
      entities: TEAMS * 10,
      database: database.config('digest'),
    };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--expose-gc',
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'src/digest/sendDigests.ts',
        JSON.stringify(workload),
      ],
      { cwd: targetPaths.dir, env: { ...process.env, NODE_ENV: 'production' } },
    );
    const figures: DigestFigures = JSON.parse(stdout);
    const teams = TEAMS.toLocaleString('en-US');
    return [
      {
        name: `digests of ${teams} teams`,
        figure: `${figures.seconds.toFixed(1)} s, ${figures.sent} sent`,
        target: `≤ ${SECONDS} s, ${TEAMS} sent`,
        met: figures.seconds <= SECONDS && figures.sent === TEAMS,
      },
      {
        name: 'the same once more, with all told',
        figure: `${figures.againSeconds.toFixed(2)} s, ${
          figures.sentAgain
        } sent`,
        target: '0 sent',
        met: figures.sentAgain === 0,
      },
    ];
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
