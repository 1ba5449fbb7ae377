import { HealthState } from '../api';

/** What asking an address for a runbook came to. @public */
export type ProbeOutcome =
  | {
      kind: 'answer';
      status: number;
      /** Where the answer came from in the end. */
      url: string;
      /** Where it moved for good, if it did. */
      movedTo?: string;
      contentType?: string;
      /** What is known of the page; absent where it did not change, and where it is nothing that can be read. */
      page?: ProbedPage;
    }
  /** It cannot be reached from here, and why: a setting would change that. */
  | { kind: 'refused'; reason: string }
  /** It can never be reached: no such host, a circle of redirects, no web page. */
  | { kind: 'broken'; reason: string }
  /** Nothing can be said: there is nobody to ask. */
  | { kind: 'unknown'; reason: string }
  /** It did not work this time. */
  | { kind: 'failed'; reason: string };

/** What is known of a page that was answered. @public */
export interface ProbedPage {
  isHtml: boolean;
  title?: string;
  /** What can be linked to behind `#`; absent where that cannot be known. */
  anchors?: string[];
  /** Words that a reader sees. */
  words: number;
  /** It asks for a password. */
  hasPassword: boolean;
  /** It sends its readers on to somewhere that says who they are, or to another page. */
  sendsTo?: string;
  /** It is a form that is sent by itself to where people sign in. */
  isSignOnForm: boolean;
  /** It is longer than what is read. */
  isTooLong: boolean;
}

/** What is known from before. @public */
export interface ProbeHistory {
  /** The last verdict. */
  state: HealthState;
  /** Failures in a row before this one. */
  failures: number;
}

/** Whether an address leads to a runbook. @public */
export interface ProbeVerdict {
  state: HealthState;
  reason?: string;
  /** Failures in a row, this one included; nought after an answer that settles it. */
  failures: number;
  /** The text of this answer is that of the runbook. */
  isReadable: boolean;
}
