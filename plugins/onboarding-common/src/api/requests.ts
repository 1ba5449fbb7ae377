import { DocsVote, MissingPart } from './journeys';

/** `POST /journeys` @public */
export interface StartJourney {
  /** The ref of the track. */
  track: string;
  /** The ref of the user; the caller when left out. */
  user?: string;
  /** ISO 8601; else what the catalog says, else now. */
  startAt?: string;
}

/** `POST /journeys/:id/tasks/:task/complete` @public */
export interface CompleteTask {
  /** What shows it. */
  url?: string;
  /**
   * ISO 8601; when it was done, else now. Told by software alone that acts for the person, such as an import: neither in
   * the future nor more than a day before the journey starts.
   */
  at?: string;
}

/** `POST /journeys/:id/tasks/:task/waive` @public */
export interface WaiveTask {
  reason: string;
  /** It cannot be done by this person, for example for want of a right that they never get. */
  notApplicable?: boolean;
}

/** `POST /journeys/:id/tasks/:task/help` @public */
export interface AskForHelp {
  tried: string;
  errorSays: string;
  ifNobodyWereHere: string;
  missing: MissingPart;
}

/** `POST /help-requests/:id/reply` @public */
export interface ReplyToHelp {
  text: string;
}

/** `POST /journeys/:id/tasks/:task/vote` @public */
export interface VoteOnDocs {
  vote: DocsVote;
  /** What is wrong or missing. */
  note?: string;
}

/** `POST /journeys/:id/buddy` @public */
export type AnswerBuddy =
  | { answer: 'accept' | 'pass' }
  | {
      /** The ref of the user who shall go along. */
      buddy: string;
    };

/** `POST /journeys/:id/end` @public */
export interface EndJourney {
  reason?: string;
}
