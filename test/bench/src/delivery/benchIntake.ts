import { rm } from 'node:fs/promises';
import { measureRates, medianRatio, Target } from '../http/measureRates';
import { formatRate } from '../reads/benchReads';
import { createTempFolder } from '../servers/createTempFolder';
import { startDatabase } from '../servers/database';
import { serviceHeaders } from '../servers/serviceToken';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { createCdevent } from './cdevent';
import { startIntakeServer } from './startIntakeServer';

const OF_BARE_INSERT = 0.6;

/**
 * One event with each request, beside a bare authenticated route of the same backend that inserts the same body as one
 * row: once with the workers off, which is the intake alone, and once with the workers of the process beside it.
 */
export async function benchIntake(stage: Stage): Promise<Row[]> {
  return [
    ...(await compare(stage, { worker: false })),
    ...(await compare(stage, { worker: true })),
  ];
}

async function compare(
  stage: Pick<Stage, 'engine'>,
  options: { worker: boolean },
): Promise<Row[]> {
  const folder = await createTempFolder();
  const database = await startDatabase(stage.engine, folder);
  const server = await startIntakeServer({ ...options, database, folder });
  try {
    const post = (path: string): Target => ({
      server,
      method: 'POST',
      headers: serviceHeaders(),
      paths: [path],
      body: createCdevent,
    });
    const rates = await measureRates({
      bare: post('/api/bare-insert/rows'),
      ours: post('/api/delivery/events'),
    });
    const share = medianRatio(rates.ours, rates.bare);
    const name = (what: string) =>
      `${what} (${stage.engine}, workers ${options.worker ? 'on' : 'off'})`;
    return [
      {
        name: name('bare POST with one insert'),
        figure: formatRate(rates.bare),
      },
      { name: name('one event taken in'), figure: formatRate(rates.ours) },
      {
        name: name('event / bare POST'),
        figure: `${Math.round(share * 100)} %`,
        // Reading is work that the bare route does not do: it shares the processor, and may be left to other replicas.
        ...(!options.worker && {
          target: `≥ ${OF_BARE_INSERT * 100} %`,
          met: share >= OF_BARE_INSERT,
        }),
      },
    ];
  } finally {
    await server.stop();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
