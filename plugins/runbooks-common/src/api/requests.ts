import { IncidentMoment, LinkedChange } from './incidents';
import { UseOutcome } from './uses';

/** `PATCH /uses/:id`: a tick, or a link to a run that was started elsewhere. @public */
export type ChangeUse = (
  | { step: string; done: boolean }
  | { link: { url: string; title?: string } }
) & {
  /** When it was so, told by a service that imports it. ISO 8601. */
  at?: string;
};

/** `POST /uses/:id/finish` @public */
export interface FinishUse {
  outcome: UseOutcome;
  /** What to change. */
  note?: string;
  /** By software, though it acts with the rights of a person. What comes through another backend is so anyway. */
  byAgent?: boolean;
  /** Told by a service that imports it. ISO 8601. */
  finishedAt?: string;
  /** Who says so, told by a service that imports it: the ref of a user. */
  by?: string;
}

/** `POST /incidents/:id/stages`: a moment that no source tells. @public */
export interface TellMoment {
  moment: IncidentMoment;
  /** ISO 8601; now, if left out. */
  at?: string;
}

/** `POST /incidents/:id/review` @public */
export interface WriteReview {
  text?: string;
  url?: string;
  /** Why nothing is to change. */
  nothingToChange?: string;
  publish?: boolean;
  /** Of the review that was read, 0 where there was none; where somebody wrote it since then, nothing is changed. */
  revision?: number;
  /** When it was so, told by a service that imports it. ISO 8601. */
  at?: string;
}

/** `POST /incidents/:id/changes`: what a review led to. @public */
export type LinkChange = Pick<LinkedChange, 'kind' | 'url' | 'title'> & {
  /** When it was so, told by a service that imports it. ISO 8601. */
  at?: string;
};

/** `POST /incidents/:id/follow-ups` @public */
export interface AddFollowUp {
  title: string;
  url?: string;
  /** A day, or a moment. ISO 8601. */
  dueAt?: string;
  /** When it was so, told by a service that imports it. ISO 8601. */
  at?: string;
}

/** `PATCH /incidents/:id/follow-ups/:followUp` @public */
export interface ChangeFollowUp extends Partial<AddFollowUp> {
  closed?: boolean;
}
