import { FiringAnswer } from '@fairlead/backstage-plugin-runbooks-common';

/** What fires now. */
export interface FiringAnswers<TScope> {
  /**
   * @param options - `owners` are teams, with the teams below them, or users; `mine` adds whatever the caller owns. Without
   *   either everything that the scope may see.
   */
  list(
    options: { owners: readonly string[]; mine: boolean },
    scope: TScope,
  ): Promise<FiringAnswer>;
}
