import { JsonObject } from '@backstage/types';
import * as z from 'zod';
import { scorecardSpecSchema } from './specSchema';

/**
 * The JSON schema (draft 7) of the kind `Scorecard` as a catalog model layer takes it: without apiVersion, kind and
 * metadata, which the catalog adds itself. It says how a scorecard is built; {@link validateScorecard} says besides
 * whether it makes sense.
 *
 * @public
 */
export function createScorecardSchema(): JsonObject {
  const { $schema, ...spec } = z.toJSONSchema(scorecardSpecSchema, {
    target: 'draft-7',
  });
  return {
    type: 'object',
    required: ['spec'],
    properties: { spec: spec as JsonObject },
  };
}
