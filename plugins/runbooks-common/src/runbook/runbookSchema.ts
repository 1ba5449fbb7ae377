import { JsonObject } from '@backstage/types';
import * as z from 'zod';
import { runbookSpecSchema } from './specSchema';

/**
 * The JSON schema (draft 7) of the kind `Runbook` as a catalog model layer takes it: without apiVersion, kind and
 * metadata, which the catalog adds itself. It says how a runbook is built; {@link validateRunbook} says besides whether
 * it makes sense.
 *
 * @public
 */
export function createRunbookSchema(): JsonObject {
  const { $schema, ...spec } = z.toJSONSchema(runbookSpecSchema, {
    target: 'draft-7',
  });
  return {
    type: 'object',
    required: ['spec'],
    properties: { spec: spec as JsonObject },
  };
}
