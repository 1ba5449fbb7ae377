import { Knex } from 'knex';
import { readOwnGroups } from '../../catalog/memberships';
import { readManagerOf } from '../../catalog/people';
import { DbTrackRow } from '../../database/tables';
import { readEntities } from '../../catalog/entities/readEntities';
import { createStanding, Standing } from './createStanding';
import { JourneyInHand } from './JourneyInHand';
import { JourneyActor } from './Journeys';

/** What somebody is to a journey. Undefined for who has nothing to do with it, and so is not told that there is one. */
export async function readStanding(
  db: Knex,
  { row, plan, tasks }: JourneyInHand,
  actor: JourneyActor,
): Promise<Standing | undefined> {
  const refs = [row.user_ref];
  const entities = await readEntities(
    db,
    row.team_ref === null ? refs : [...refs, row.team_ref],
  );
  const groups = await readOwnGroups(db, [actor.ref]);
  const track = await db<DbTrackRow>('tracks')
    .where('track_ref', row.track_ref)
    .first();
  const user = entities.get(row.user_ref);
  const team = row.team_ref === null ? undefined : entities.get(row.team_ref);
  const standing = createStanding({
    row,
    actor,
    groups: groups.get(actor.ref)!.all,
    ownerRef: track?.owner_ref || plan.ownerRef,
    uid: user?.uid,
    managerRef: readManagerOf(user?.entity, team?.entity),
  });
  const isInvolved =
    standing.isSelf ||
    standing.buddy !== undefined ||
    standing.isManager ||
    standing.answersForTrack ||
    [...tasks.values()].some(({ doer }) => standing.does(doer));
  return isInvolved ? standing : undefined;
}
