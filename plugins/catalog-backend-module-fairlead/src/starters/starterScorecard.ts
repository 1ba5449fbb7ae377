import { Entity } from '@backstage/catalog-model';
import { FAIRLEAD_API_VERSION } from '@fairlead/backstage-plugin-scorecards-common';

/** A scorecard that comes with Fairlead. */
export function starterScorecard(
  metadata: { name: string; title: string; description: string },
  spec: { owner: string; [key: string]: unknown },
): Entity {
  return {
    apiVersion: FAIRLEAD_API_VERSION,
    kind: 'Scorecard',
    metadata,
    spec,
  } as Entity;
}
