import {
  CoverageAnswer,
  RunbookDraftAnswer,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Whose alerts a coverage is about. */
export interface CoverageScope {
  /** A team, with the teams below it, or a user. */
  owner?: string;
  entity?: string;
}

/** Which alerts of a scope to list. What is counted is the whole scope. */
export interface CoverageFilter extends CoverageScope {
  covered?: boolean;
  mayPage?: boolean;
  /** Lists those that did not fire in the window, in place of those that did. */
  silent?: boolean;
  /** Part of the alert's name, in any case. */
  q?: string;
}

export interface CoverageQuery {
  filter: CoverageFilter;
  /** The window; what is configured where it is left out. */
  days?: number;
  limit: number;
  cursor?: string;
}

/** How far runbooks cover the alerts that fired. */
export interface CoverageAnswers<TScope> {
  /** Those without a runbook first, and of these the ones that may page. */
  list(query: CoverageQuery, scope: TScope): Promise<CoverageAnswer>;

  /**
   * The files of a runbook for an alert that has none.
   *
   * @throws NotFoundError, the same for an entity that does not exist and for one that is hidden
   */
  draft(
    query: { alert: string; entity?: string },
    scope: TScope,
  ): Promise<RunbookDraftAnswer>;
}
