import { Decision } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';

/** The kinds of what is decided. */
export type SubjectKind = 'waiver' | 'attestation' | 'campaign';

/** An entry about one subject, with its time in milliseconds since the epoch. */
export type NewDecision = Omit<Decision, 'at'> & {
  subjectId: string;
  at: number;
};

/**
 * What persons decided, for good: entries are added, and never changed or taken out. Whoever adds one holds the lock of
 * its subject, so that it is added to what was read.
 */
export interface DecisionLog {
  append(
    tx: Knex.Transaction,
    subjectKind: SubjectKind,
    entries: readonly NewDecision[],
  ): Promise<void>;

  /** The entries of each subject, oldest first. */
  list(
    db: Knex,
    subjectKind: SubjectKind,
    subjectIds: readonly string[],
  ): Promise<Map<string, Decision[]>>;
}
