import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  isOnboardingTrackEntity,
  validateTrack,
} from '@fairlead/backstage-plugin-onboarding-common';
import { formatProblems } from '../formatProblems';

/**
 * Refuses a track that does not make sense. The catalog then keeps serving the version before it, and shows the
 * message where the entity's processing errors stand.
 */
export class OnboardingTrackProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'OnboardingTrackProcessor';
  }

  /** Before the JSON schema of the model, whose messages say less. */
  getPriority(): number {
    return 10;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isOnboardingTrackEntity(entity)) {
      return false;
    }
    const problems = validateTrack(entity);
    if (problems.length > 0) {
      throw new InputError(formatProblems(problems));
    }
    return true;
  }
}
