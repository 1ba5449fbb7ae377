/** What a track may hold; every reader of the catalog carries it along. */
export const LIMITS = {
  milestones: 50,
  /** In one file. */
  tasks: 300,
  /** With all that it includes. */
  composedTasks: 1_000,
  includedTracks: 50,
  /** Characters of one description. */
  description: 64 * 1024,
  /** Characters of all descriptions of a track. */
  descriptions: 512 * 1024,
  title: 200,
  id: 63,
  /** How deep conditions stand in each other. */
  nesting: 20,
  /** Conditions of one predicate or rule. */
  conditions: 200,
  /** Whoever mends a hundred comes back for the rest. */
  problems: 100,
};
