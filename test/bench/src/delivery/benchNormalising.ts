import { targetPaths } from '@backstage/cli-common';
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createTempFolder } from '../servers/createTempFolder';
import { startDatabase } from '../servers/database';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { BacklogOptions, NormaliseFigures } from './NormaliseFigures';

const DELIVERIES_PER_SECOND = 3_000;

const MEGABYTES = 300;

/** Enough to be past the start; `FAIRLEAD_BENCH_DELIVERIES=500000` for a long look at memory. */
const DELIVERIES = Number(process.env.FAIRLEAD_BENCH_DELIVERIES ?? 50_000);

/** Measures how fast a backlog of webhooks becomes records, and how far memory rises meanwhile. */
export async function benchNormalising(
  stage: Pick<Stage, 'engine'>,
): Promise<Row[]> {
  const folder = await createTempFolder();
  const database = await startDatabase(stage.engine, folder);
  try {
    const figures = await runProcess({
      database: database.config('normalise'),
      deliveries: DELIVERIES,
    });
    const rate = DELIVERIES / figures.seconds;
    const backlog = DELIVERIES.toLocaleString('en-US');
    return [
      {
        name: `backlog of ${backlog} webhooks into records (${stage.engine})`,
        figure: `${Math.round(rate).toLocaleString('en-US')} deliveries/s, ${
          figures.records
        } records, ${Math.round(figures.processorUs)} µs of processor time`,
        target: `≥ ${DELIVERIES_PER_SECOND} deliveries/s`,
        met: rate >= DELIVERIES_PER_SECOND,
      },
      {
        name: `memory grown meanwhile (${stage.engine})`,
        figure: `${figures.grownMegabytes.toFixed(0)} MB`,
        target: `< ${MEGABYTES} MB`,
        met: figures.grownMegabytes < MEGABYTES,
      },
    ];
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runProcess(options: BacklogOptions): Promise<NormaliseFigures> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--expose-gc',
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/delivery/normaliseBacklog.ts',
      JSON.stringify(options),
    ],
    { cwd: targetPaths.dir, env: { ...process.env, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout);
}
