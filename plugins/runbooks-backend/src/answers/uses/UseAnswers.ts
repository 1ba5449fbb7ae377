import {
  RunbookUse,
  UsePage,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Which uses a list holds. */
export interface UseFilter {
  /** The id of the runbook. */
  runbook?: string;
  entity?: string;
  /** The id of the incident. */
  incident?: string;
  /** Under way, or finished. */
  active?: boolean;
}

/** What is told of uses of runbooks. */
export interface UseAnswers<TScope> {
  /** The latest first. */
  list(
    query: UseFilter & { limit: number; cursor?: string },
    scope: TScope,
  ): Promise<UsePage>;

  /** Throws a NotFoundError for a use that may not be seen. */
  get(id: string, scope: TScope): Promise<RunbookUse>;

  /** As Markdown. Throws a NotFoundError for a use that may not be seen. */
  getTimeline(id: string, scope: TScope): Promise<string>;
}
