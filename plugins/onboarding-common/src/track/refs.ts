import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { OnboardingTrackEntityV1alpha1 } from './types';

/** The full ref of what a track names; one without a namespace is of the namespace of the track. */
export function fullRef(
  ref: string,
  track: OnboardingTrackEntityV1alpha1,
  defaultKind: string,
): string {
  return stringifyEntityRef(
    parseEntityRef(ref, {
      defaultKind,
      defaultNamespace: track.metadata.namespace ?? DEFAULT_NAMESPACE,
    }),
  );
}
