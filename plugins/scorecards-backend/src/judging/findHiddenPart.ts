import { Knex } from 'knex';
import { restrictToVisibleResults, Visibility } from '../catalog/visibility';

/** What a waiver or an answer is about. */
export interface ResultRef {
  entityRef: string;
  scorecardRef: string;
}

/** Whether the caller may not see the scorecard, or not the entity beside it; undefined where both can be seen. */
export async function findHiddenPart(
  db: Knex,
  { entityRef, scorecardRef }: ResultRef,
  visibility: Visibility,
): Promise<'scorecard' | 'entity' | undefined> {
  const { scorecards } = visibility;
  if (scorecards !== 'all' && !scorecards.includes(scorecardRef)) {
    return 'scorecard';
  }
  // The entity stands beside the scorecard as if it had a result, so that conditions on results hold for it.
  const candidates = db('entities')
    .where('entity_ref', entityRef)
    .select('*', db.raw('? as scorecard_ref', [scorecardRef]))
    .as('e');
  const query = db(candidates).first('e.entity_ref');
  restrictToVisibleResults(query, visibility, 'e');
  return (await query) ? undefined : 'entity';
}
