import { Evidence } from '@fairlead/backstage-plugin-scorecards-common';

const FACTS = 'facts.';

/** The id of the fact that a piece of evidence is; undefined for a field of the entity. */
export function factId({ path }: Pick<Evidence, 'path'>): string | undefined {
  return path.startsWith(FACTS) ? path.slice(FACTS.length) : undefined;
}

/** The facts among the evidence that were never observed. */
export function missingFacts(evidence: readonly Evidence[]): string[] {
  return evidence.flatMap(item => {
    const id = factId(item);
    return id !== undefined && item.observedAt === null ? [id] : [];
  });
}
