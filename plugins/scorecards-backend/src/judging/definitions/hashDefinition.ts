import {
  FactDirectory,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { createHash } from 'node:crypto';

/**
 * Changes with all that a result depends on: what the author wrote, and how the facts that the rules read are declared.
 */
export function hashDefinition(
  definition: ScorecardEntityV1alpha1,
  options: { factIds: readonly string[]; facts: FactDirectory },
): string {
  const { title, description } = definition.metadata;
  const declared = [...options.factIds].sort().map(id => {
    const fact = options.facts.get(id);
    return [id, fact?.type, fact?.unit];
  });
  return createHash('sha256')
    .update(JSON.stringify([title, description, definition.spec, declared]))
    .digest('base64url');
}
