import { KnownFact } from './types';

/**
 * The facts that scorecards may name, by id.
 *
 * @public
 */
export type FactDirectory = ReadonlyMap<string, KnownFact>;

/**
 * Makes a {@link FactDirectory} of a list of facts.
 *
 * @public
 */
export function createFactDirectory(facts: Iterable<KnownFact>): FactDirectory {
  return new Map(Array.from(facts, fact => [fact.id, fact]));
}
