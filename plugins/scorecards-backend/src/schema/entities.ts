import { z } from 'zod';
import { Paging } from './paging';
import { EntityRef, ScorecardRef } from './refs';

export const TransitionsParams = Paging.extend({
  scorecardRef: ScorecardRef.optional(),
});

export const EntityLevelsRequest = z
  .strictObject({ entityRefs: z.array(EntityRef).max(1000) })
  .meta({ id: 'EntityLevelsRequest' });
