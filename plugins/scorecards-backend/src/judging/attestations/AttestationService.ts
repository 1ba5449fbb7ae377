import {
  AnswerActor,
  AnswerEvidence,
  Attestation,
} from '@fairlead/backstage-plugin-scorecards-common';

/** What a team answers. */
export interface AnswerRequest {
  scorecardRef: string;
  checkId: string;
  entityRef: string;
  /** The id of a choice. */
  choice: string;
  text?: string;
  evidence?: readonly AnswerEvidence[];
  /** The team to answer for, where the actor is in several that may. */
  teamRef?: string;
}

/** The answers to questions. Each is an entry in the log of decisions, and so is each settlement. */
export interface AttestationService {
  /**
   * Takes an answer, which stands for its team from now on. Throws a NotFoundError for an unknown scorecard, check or
   * entity, an InputError for an answer that cannot be taken, and a NotAllowedError for an actor of no team that may
   * answer.
   */
  answer(request: AnswerRequest & { actor: AnswerActor }): Promise<Attestation>;

  /**
   * Settles that an answer holds, and sets those aside that contradict it. Throws a NotFoundError for an unknown id, a
   * NotAllowedError for an actor who is not of the team that owns the entity, and a ConflictError where nothing
   * contradicts the answer.
   */
  settle(request: {
    id: string;
    reason: string;
    actor: AnswerActor;
  }): Promise<Attestation>;

  /** What an answer is about; undefined for an unknown id. */
  find(
    id: string,
  ): Promise<Pick<Attestation, 'entityRef' | 'scorecardRef'> | undefined>;
}
