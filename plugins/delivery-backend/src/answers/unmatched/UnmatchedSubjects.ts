import {
  Page,
  UnmatchedSubject,
} from '@fairlead/backstage-plugin-delivery-common';

export interface UnmatchedSubjectsQuery {
  source?: string;
  limit: number;
  cursor?: string;
}

/** What is told of and no entity claims. */
export interface UnmatchedSubjects {
  /** A page, those that were told of last first. */
  list(query: UnmatchedSubjectsQuery): Promise<Page<UnmatchedSubject>>;
}
