import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ContributionSource } from './contributions';
import { FactJudge } from './facts';

/** Adds what tasks are verified by. @public */
export interface VerificationExtensionPoint {
  addContributionSource(...sources: ContributionSource[]): void;
  /** At most one. */
  setFactJudge(judge: FactJudge): void;
}

/** Where modules add what tasks are verified by. @public */
export const verificationExtensionPoint =
  createExtensionPoint<VerificationExtensionPoint>({
    id: 'onboarding.verification',
  });
