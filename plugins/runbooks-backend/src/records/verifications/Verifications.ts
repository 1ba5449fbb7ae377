import { RunbookVerification } from '@fairlead/backstage-plugin-runbooks-common';

/** What people say of runbooks that they read. */
export interface Verifications {
  /**
   * That a runbook holds. Throws a ConflictError if its text is not the one that was read.
   *
   * @param verification - `textHash` is of the text that was read, where that is known; `by` the ref of the user
   */
  give(verification: {
    runbookId: string;
    textHash?: string;
    by: string;
  }): Promise<RunbookVerification>;
}
