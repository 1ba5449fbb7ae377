import { Entity } from '@backstage/catalog-model';
import { OnboardingTrackEntityV1alpha1 } from './types';

/**
 * Whether an entity is of the kind `OnboardingTrack`. It says nothing about its content, see {@link validateTrack}.
 *
 * @public
 */
export function isOnboardingTrackEntity(
  entity: Entity,
): entity is OnboardingTrackEntityV1alpha1 {
  return (
    entity.apiVersion === 'fairlead.dev/v1alpha1' &&
    entity.kind.toLocaleLowerCase('en-US') === 'onboardingtrack'
  );
}
