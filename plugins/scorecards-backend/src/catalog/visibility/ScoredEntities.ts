/** The refs and kinds that an answer can show; asked for only when the catalog's decision has conditions. */
export interface ScoredEntities {
  listScorecardRefs(): Promise<string[]>;

  /** Lower case. */
  listKinds(): Promise<string[]>;

  /** Those of the scorecards whose entity has one of the uids. */
  listScorecardRefsByUids(uids: readonly string[]): Promise<string[]>;
}
