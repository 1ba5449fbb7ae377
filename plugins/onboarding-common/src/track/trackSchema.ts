import { JsonObject } from '@backstage/types';
import * as z from 'zod';
import { trackSpecSchema } from './specSchema';

/**
 * The JSON schema (draft 7) of the kind `OnboardingTrack` as a catalog model layer takes it: without apiVersion, kind and
 * metadata, which the catalog adds itself. It says how a track is built; {@link validateTrack} says besides whether it
 * makes sense.
 *
 * @public
 */
export function createOnboardingTrackSchema(): JsonObject {
  const { $schema, ...spec } = z.toJSONSchema(trackSpecSchema, {
    target: 'draft-7',
  });
  return {
    type: 'object',
    required: ['spec'],
    properties: { spec: spec as JsonObject },
  };
}
