import { UnmatchedSubject } from '@fairlead/backstage-plugin-delivery-common';
import { pageOf, Paging } from '@fairlead/backend-routes';
import { z } from 'zod';

export const UnmatchedSubjectSchema = z
  .object({
    source: z.string(),
    annotation: z.string(),
    value: z.string(),
    count: z.int(),
    firstAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
  })
  .meta({ id: 'UnmatchedSubject' }) satisfies z.ZodType<UnmatchedSubject>;

export const UnmatchedSubjectsSchema = pageOf(UnmatchedSubjectSchema);

export const UnmatchedSubjectsQuery = Paging.extend({
  source: z.string().min(1).max(100).optional().meta({
    description: 'The id of a source; without it, those of all',
  }),
});
