import { JourneyReceipt } from '@fairlead/backstage-plugin-onboarding-common';
import { DbJourneyRow } from '../../database/tables';

/** What a change answers of the journey that was changed, before it is looked at who may see more of it. */
export function toReceipt({
  id,
  track_ref: trackRef,
  user_ref: userRef,
}: Pick<DbJourneyRow, 'id' | 'track_ref' | 'user_ref'>): JourneyReceipt {
  return { id, trackRef, userRef };
}
