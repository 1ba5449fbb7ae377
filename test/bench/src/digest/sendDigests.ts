import { createServiceFactory } from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import { WorkloadOptions } from '../evaluation/EvaluationFigures';
import { runProcess } from '../evaluation/runProcess';
import { startBackend } from '../evaluation/startBackend';
import { DigestFigures, TEAMS } from './DigestFigures';

/*
 * A process of its own: takes the entities in, gives them to many teams, writes a week of transitions, and sends the
 * digests of that week.
 */

/** Where the number begins in the ref of an entity of the workload. */
const NUMBER_AT = 'component:default/service-'.length + 1;

const HOUR = 60 * 60 * 1000;

type Backend = Awaited<ReturnType<typeof startBackend>>;

runProcess(async (options: WorkloadOptions): Promise<DigestFigures> => {
  let sent = 0;
  const backend = await startBackend({
    ...options,
    features: [
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async () => {
            sent += 1;
          },
        }),
      }),
    ],
    async *observe() {},
  });
  backend.catalog.addScorecard();
  await backend.tasks.run('sync-catalog');
  await backend.tasks.run('evaluate-definitions');
  await writeWeek(backend);

  const send = async () => {
    const start = performance.now();
    await backend.tasks.run('send-digests');
    return (performance.now() - start) / 1_000;
  };
  const seconds = await send();
  const first = sent;
  const againSeconds = await send();
  const figures = {
    seconds,
    sent: first,
    againSeconds,
    sentAgain: sent - first,
  };
  await backend.stop();
  return figures;
});

/** Each component lost a level and failed two checks in the week whose digest is due. */
async function writeWeek({ knex }: Backend): Promise<void> {
  await knex('entities')
    .where('kind', 'component')
    .update(
      'owner_ref',
      knex.raw(
        `'group:default/team-' || (cast(substr(entity_ref, ${NUMBER_AT}) as integer) % ${TEAMS})`,
      ),
    );
  await knex('entities').where('kind', 'scorecard').update('owner_ref', null);
  // Weeks are told from eight on Monday on: a week and eight hours ago lies in the one that is due, whatever the day.
  const at = Date.now() - 8 * HOUR - 7 * 24 * HOUR;
  await knex('transitions').update('at', 1);
  for (const [check, from, to] of [
    [null, 'gold', 'bronze'],
    ['check-1', 'pass', 'fail'],
    ['check-2', 'pass', 'fail'],
  ]) {
    await knex.raw(
      `insert into transitions (scorecard_ref, entity_ref, check_id, "from", "to", at, cause, reason)
       select 'scorecard:default/bench', entity_ref, cast(? as text), ?, ?, ?, 'facts', 'bench'
       from entities where kind = 'component'`,
      [check, from, to, at],
    );
  }
}
