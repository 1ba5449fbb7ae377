import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { FactSource } from './facts';

/**
 * Adds fact sources to the scorecards backend.
 *
 * @public
 */
export interface FactSourcesExtensionPoint {
  /** Throws a ConflictError when the source's id, or one of its facts, is taken. */
  addFactSource(...sources: FactSource[]): void;
}

/**
 * The extension point behind {@link FactSourcesExtensionPoint}.
 *
 * @public
 */
export const factSourcesExtensionPoint =
  createExtensionPoint<FactSourcesExtensionPoint>({
    id: 'scorecards.fact-sources',
  });
