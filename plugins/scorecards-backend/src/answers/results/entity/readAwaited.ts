import { EntityScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { DbScorecardRow } from '../../../database/tables';

/** Why an entity without results may have some soon; undefined where all scorecards in force have judged all entities. */
export async function readAwaited(
  db: Knex,
): Promise<EntityScorecardsResponse['awaits']> {
  const inForce = await db<DbScorecardRow>('scorecards')
    .where('version', '>', 0)
    .select('version', 'evaluated_version');
  if (inForce.length === 0) {
    return 'scorecards';
  }
  return inForce.some(row => row.evaluated_version < row.version)
    ? 'evaluation'
    : undefined;
}
