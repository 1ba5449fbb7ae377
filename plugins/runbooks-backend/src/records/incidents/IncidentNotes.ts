import {
  AddFollowUp,
  ChangeFollowUp,
  LinkChange,
  TellMoment,
  WriteReview,
} from '@fairlead/backstage-plugin-runbooks-common';

/** What people add to an incident that a source told. Each throws a NotFoundError for an incident that is not there. */
export interface IncidentNotes {
  /**
   * A moment that no source tells. It takes the place of what a person told of it before. Throws a ConflictError for one
   * that the source tells, and an InputError for a time that contradicts what is known.
   */
  tellMoment(key: string, told: TellMoment, by: string): Promise<void>;

  /**
   * Writes those parts of the review that are given, and publishes it. Throws a ConflictError where somebody else wrote it
   * since it was read, and where the incident is not over yet.
   */
  writeReview(key: string, review: WriteReview, by: string): Promise<void>;

  /** What was changed because of it. The same address again changes nothing. */
  linkChange(key: string, change: LinkChange, by: string): Promise<void>;

  addFollowUp(key: string, followUp: AddFollowUp, by: string): Promise<void>;

  /** Throws a ConflictError for one that the source tells, and a NotFoundError for one that is not there. */
  changeFollowUp(
    key: string,
    id: string,
    change: ChangeFollowUp,
  ): Promise<void>;
}
