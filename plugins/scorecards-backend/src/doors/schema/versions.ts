import { ScorecardVersionsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';
import { ScorecardPath } from './refs';

export const VersionPath = ScorecardPath.extend({
  version: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/)
    .meta({ description: 'Counted from 1' }),
});

const VersionSummarySchema = z.object({
  version: z.int(),
  since: z.iso.datetime(),
  changes: z.array(z.string()).meta({
    description: 'What changed against the version before, as sentences',
  }),
});

export const VersionsSchema = z
  .object({ items: z.array(VersionSummarySchema), totalItems: z.int() })
  .meta({
    id: 'ScorecardVersions',
  }) satisfies z.ZodType<ScorecardVersionsResponse>;

const Definition = z.looseObject({}).meta({
  description: 'The catalog entity',
});

export const VersionSchema = VersionSummarySchema.extend({
  scorecardRef: z.string(),
  definition: Definition,
  before: Definition.nullable().meta({
    description: 'The version before; null for the first',
  }),
}).meta({ id: 'ScorecardVersion' });
