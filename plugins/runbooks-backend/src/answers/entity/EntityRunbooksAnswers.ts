/** The runbooks of an entity, ready to be sent. */
export interface KeptEntityRunbooks {
  /** Differs when anything in the answer differs. */
  etag: string;
  /** An `EntityRunbooks`. */
  json: string;
}

/** What fires on an entity, which runbooks it has and how far they cover its alerts. */
export interface EntityRunbooksAnswers<TScope> {
  /** @throws NotFoundError, the same for an entity that does not exist and for one that is hidden */
  get(entityRef: string, scope: TScope): Promise<KeptEntityRunbooks>;
}
