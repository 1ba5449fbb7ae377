import {
  compileScorecard,
  FactSourceStatus,
  KnownFact,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';

/** Where the facts of a scorecard come from. */
export interface FactsInUse {
  /** Scheduled sources, those in trouble first, each with the facts that are used. */
  sources: { source: FactSourceStatus; facts: string[] }[];
  /** Facts that no scheduled source delivers. */
  pushed: { id: string; known?: KnownFact }[];
}

/** Finds the sources of all facts that the rules of a scorecard read. */
export function factsInUse(options: {
  definition: ScorecardEntityV1alpha1;
  sources: readonly FactSourceStatus[];
  facts: readonly KnownFact[];
}): FactsInUse {
  const { definition, sources, facts } = options;
  const used = compileScorecard(definition).factIds;
  const known = new Map(facts.map(fact => [fact.id, fact]));
  const delivered = new Set(sources.flatMap(source => source.facts));
  return {
    sources: sources
      .map(source => ({
        source,
        facts: source.facts.filter(id => used.includes(id)),
      }))
      .filter(entry => entry.facts.length > 0)
      .sort(
        (a, b) =>
          Number(needsAttention(b.source)) - Number(needsAttention(a.source)),
      ),
    pushed: used
      .filter(id => !delivered.has(id))
      .map(id => ({ id, known: known.get(id) })),
  };
}

/** Whether what a source delivers may be missing or old. */
export function needsAttention(source: FactSourceStatus): boolean {
  return source.lastOutcome !== 'success' || source.entitiesInError > 0;
}
