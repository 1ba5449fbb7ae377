import { DbJourneyRow } from '../../database/tables';
import { JourneyActor } from './Journeys';

/** What somebody is to a journey. */
export interface Standing {
  isSelf: boolean;
  /** `accepted`: they go along. */
  buddy?: 'proposed' | 'accepted';
  isManager: boolean;
  /** They are of the team that owns the track, or may change journeys of any. */
  answersForTrack: boolean;
  /** Whether a task is theirs to do: as the role that it names, or as one of those whom it names. */
  does(doer: string): boolean;
}

/** What somebody is to a journey. */
export function createStanding(options: {
  row: DbJourneyRow;
  actor: Pick<JourneyActor, 'ref' | 'mayAny'>;
  /** The refs of all groups that they belong to. */
  groups: readonly string[];
  /** Of the track. */
  ownerRef: string;
  /** Of the user entity by whose ref the journey goes. */
  uid: string | undefined;
  managerRef: string | undefined;
}): Standing {
  const { row, actor, groups, ownerRef, managerRef } = options;
  const own = [actor.ref, ...groups];
  const isSelf =
    actor.ref === row.user_ref && isSamePerson(row.user_uid, options.uid);
  const isManager = managerRef === actor.ref;
  const buddy = actor.ref === row.buddy_ref ? row.buddy_state : null;
  return {
    isSelf,
    ...(buddy !== null && { buddy }),
    isManager,
    answersForTrack: actor.mayAny || own.includes(ownerRef),
    does(doer) {
      switch (doer) {
        case 'newcomer':
          return isSelf;
        case 'buddy':
          return buddy === 'accepted';
        case 'manager':
          return isManager;
        default:
          return own.includes(doer);
      }
    },
  };
}

/** Nobody inherits the journey of who had their ref before. The catalog may have lost sight of somebody for a while. */
function isSamePerson(
  journeyUid: string | null,
  uid: string | undefined,
): boolean {
  return journeyUid === null || uid === undefined || journeyUid === uid;
}
