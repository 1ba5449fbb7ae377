import { runProcess } from '../evaluation/runProcess';
import { watchMemory } from '../evaluation/watchMemory';
import { githubPayload } from './githubPayloads';
import { BacklogOptions, NormaliseFigures } from './NormaliseFigures';
import { DeliveryBackend, startDeliveryBackend } from './startDeliveryBackend';

const ROWS_AT_A_TIME = 2_000;

/** Fills the inbox as the door does, and has the plugin work it off. */
async function main(options: BacklogOptions): Promise<NormaliseFigures> {
  const { knex, tasks, stop } = await startDeliveryBackend(options);
  await tasks.run('sync-catalog');
  for (let n = 0; n < options.deliveries; n += ROWS_AT_A_TIME) {
    const count = Math.min(ROWS_AT_A_TIME, options.deliveries - n);
    await fillInbox(knex, { from: n, count });
  }
  const memory = watchMemory();
  const usage = process.cpuUsage();
  const start = performance.now();
  await tasks.run('normalise');
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(usage);
  const grownMegabytes = memory.stop();
  const [{ left }] = await knex('deliveries')
    .whereNot('state', 'done')
    .count({ left: '*' });
  if (Number(left) > 0) {
    throw new Error(`${left} deliveries are not done`);
  }
  const [{ records }] = await knex('records').count({ records: '*' });
  await stop();
  return {
    records: Number(records),
    seconds,
    processorUs: (user + system) / options.deliveries,
    grownMegabytes,
  };
}

async function fillInbox(
  knex: DeliveryBackend['knex'],
  options: { from: number; count: number },
): Promise<void> {
  const rows = Array.from({ length: options.count }, (_, index) => {
    const { type, payload } = githubPayload(options.from + index);
    const json = JSON.stringify(payload);
    return {
      source: 'github',
      key: String(options.from + index),
      type,
      via: 'webhook',
      payload: json,
      size: json.length,
      received_at: Date.now(),
      state: 'pending',
    };
  });
  await knex.batchInsert('deliveries', rows, 500);
}

runProcess(main);
