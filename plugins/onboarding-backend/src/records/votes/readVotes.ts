import { whereOneOf } from '@fairlead/bulk-sql';
import { DocsVote } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbDocsVoteRow } from '../../database/tables';

/** What was said of the documentation of the tasks of journeys, by journey and task. */
export async function readVotes(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, Map<string, DocsVote>>> {
  const query = db<DbDocsVoteRow>('docs_votes').select(
    'journey_id',
    'task_id',
    'vote',
  );
  whereOneOf(query, 'journey_id', journeyIds);
  const rows = (await query) as DbDocsVoteRow[];
  const votes = new Map<string, Map<string, DocsVote>>();
  for (const row of rows) {
    const own = votes.get(row.journey_id) ?? new Map();
    votes.set(row.journey_id, own.set(row.task_id, row.vote));
  }
  return votes;
}
