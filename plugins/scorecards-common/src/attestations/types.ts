import { QuestionChoice } from '../scorecard/types';

/**
 * As what a team answers: as the owner of the entity, as the owner of the scorecard, or because the question names it.
 *
 * @public
 */
export type AnsweringSide = 'entity-owner' | 'scorecard-owner' | 'named-team';

/** A team that may answer a question about an entity. @public */
export interface AnsweringTeam {
  side: AnsweringSide;
  /** The ref of a group. */
  teamRef: string;
}

/**
 * An answer as it was given, as far as judging needs it. Of each team the newest alone stands for it.
 *
 * @public
 */
export interface GivenAnswer {
  id: string;
  checkId: string;
  teamRef: string;
  /** The id of a choice. */
  choice: string;
  /** Milliseconds since the epoch. */
  answeredAt: number;
  /** Milliseconds since the epoch, as the question had it when it was answered. */
  expiresAt: number;
  /** The owner of the entity settled that another answer holds. */
  isSetAside?: boolean;
}

/**
 * Where an answer stands. It counts while it is `in-force`; `outdated` is one whose choice is no longer offered, or
 * whose team may no longer answer; `set-aside` is one that the owner of the entity settled against.
 *
 * @public
 */
export type AttestationState =
  | 'in-force'
  | 'expired'
  | 'outdated'
  | 'set-aside';

/** What an answer rests on. @public */
export interface AnswerEvidence {
  /** An http or https address. */
  url: string;
  title?: string;
}

/**
 * A team's answer to the question of a check about an entity. Who of the team gave it stands in the log of decisions
 * and nowhere else.
 *
 * @public
 */
export interface Attestation {
  id: string;
  scorecardRef: string;
  checkId: string;
  entityRef: string;
  teamRef: string;
  /** What was asked, as it read then. */
  question: string;
  /** The id of the choice. */
  choice: string;
  /** The title of the choice, as it read then. */
  choiceTitle: string;
  text?: string;
  evidence: AnswerEvidence[];
  /** ISO 8601. */
  answeredAt: string;
  /** ISO 8601. */
  expiresAt: string;
  state: AttestationState;
  /** Why the owner of the entity settled for another answer, and when. */
  setAside?: { reason: string; at: string };
}

/** The question of a check, with what is left out in its definition. @public */
export interface AskedQuestion {
  text: string;
  help?: string;
  choices: QuestionChoice[];
  evidence: 'required' | 'optional';
  /** How long an answer holds, for example `180d`. */
  expiresAfter: string;
  /** Who may answer, the owner of the entity first; empty where nobody may. */
  teams: AnsweringTeam[];
}
