import { HelpRequest } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { readJourneysInHand, tasksOf } from '../journeys';
import { readWaiting, toHelpRequest } from './readHelp';

/** The calls for help that wait for the answer of one of these, as they read them; of one team where it is named. */
export async function readCalls(
  db: Knex,
  refs: readonly string[],
  options: { teamRef?: string } = {},
): Promise<HelpRequest[]> {
  const rows = await readWaiting(db, refs, options);
  if (rows.length === 0) {
    return [];
  }
  const journeys = await readJourneysInHand(db, [
    ...new Set(rows.map(row => row.journey_id)),
  ]);
  const titles = new Map(
    journeys.map(journey => [
      journey.row.id,
      new Map(tasksOf(journey).map(({ id, title }) => [id, title])),
    ]),
  );
  return rows.map(row =>
    toHelpRequest(
      row,
      titles.get(row.journey_id)?.get(row.task_id) ?? row.task_id,
    ),
  );
}
