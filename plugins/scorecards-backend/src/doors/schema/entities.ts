import { z } from 'zod';
import { EntityRef, Paging } from '@fairlead/backend-routes';
import { ScorecardRef } from './refs';

export const TransitionsParams = Paging.extend({
  scorecardRef: ScorecardRef.optional(),
});

export const EntityLevelsRequest = z
  .strictObject({ entityRefs: z.array(EntityRef).max(1000) })
  .meta({ id: 'EntityLevelsRequest' });
