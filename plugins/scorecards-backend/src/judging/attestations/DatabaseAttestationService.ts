import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { Entity } from '@backstage/catalog-model';
import { isolated } from '@fairlead/bidi-text';
import { Clock } from '@fairlead/bulk-sql';
import {
  AnswerActor,
  AnsweringTeam,
  Attestation,
  CheckQuestion,
  judgeAnswering,
  judgeSettling,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { unknownEntity } from '../../catalog/visibility';
import { lockEntities } from '../../database/lockEntities';
import { markDue } from '../../database/markDue';
import { DbAttestationRow, DbEntityRow } from '../../database/tables';
import { DecisionLog, NewDecision } from '../decisions/DecisionLog';
import {
  ScorecardDefinitions,
  ScorecardInForce,
} from '../definitions/ScorecardDefinitions';
import { unknownScorecard } from '../waivers/unknown';
import { AnswerRequest, AttestationService } from './AttestationService';
import {
  DescribedQuestion,
  describeQuestion,
  findQuestion,
} from './describeQuestion';
import { readAnswers } from './readAnswers';
import { refuseAnswer } from './refuseAnswer';
import { unknownAttestation } from './unknown';

export interface DatabaseAttestationServiceOptions {
  clock?: Clock;
  db: Knex;
  definitions: ScorecardDefinitions;
  log: DecisionLog;
  /** Called after an answer was given or settled. */
  onChange?: () => void;
  /** Called after an answer of another team began to contradict what is in force, with the team that settles it. */
  onContradiction?: (answer: Attestation, ownerRef: string) => Promise<void>;
}

/** What an answer is to. */
interface Asked {
  checkId: string;
  entityRef: string;
  question: CheckQuestion;
  scorecard: ScorecardInForce;
}

export class DatabaseAttestationService implements AttestationService {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #options: DatabaseAttestationServiceOptions;

  static create(
    options: DatabaseAttestationServiceOptions,
  ): DatabaseAttestationService {
    return new DatabaseAttestationService(options);
  }

  private constructor(options: DatabaseAttestationServiceOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#options = options;
  }

  async answer(
    request: AnswerRequest & { actor: AnswerActor },
  ): Promise<Attestation> {
    const asked = await this.#requireQuestion(request);
    const { answer, settledBy } = await this.#db.transaction(async tx => {
      await lockEntities(tx, [request.entityRef]);
      return this.#answerLocked(tx, asked, request);
    });
    this.#options.onChange?.();
    if (settledBy !== undefined) {
      await this.#options.onContradiction?.(answer, settledBy);
    }
    return answer;
  }

  async settle(request: {
    id: string;
    reason: string;
    actor: AnswerActor;
  }): Promise<Attestation> {
    const { id } = request;
    const found = await this.#row(id);
    if (!found) {
      throw unknownAttestation(id);
    }
    const asked = await this.#requireQuestion({
      scorecardRef: found.scorecard_ref,
      checkId: found.check_id,
      entityRef: found.entity_ref,
    });
    const settled = await this.#db.transaction(async tx => {
      await lockEntities(tx, [found.entity_ref]);
      return this.#settleLocked(tx, asked, request);
    });
    this.#options.onChange?.();
    return settled;
  }

  async find(id: string) {
    const row = await this.#row(id);
    return (
      row && { entityRef: row.entity_ref, scorecardRef: row.scorecard_ref }
    );
  }

  /** The entity's lock is held: who may answer is as it stands in the entity now. */
  async #answerLocked(
    tx: Knex.Transaction,
    asked: Asked,
    request: AnswerRequest & { actor: AnswerActor },
  ): Promise<{ answer: Attestation; settledBy: string | undefined }> {
    const { actor, choice } = request;
    const now = this.#clock();
    const { holdsFor, question } = await this.#describe(tx, asked, now);
    const verdict = judgeAnswering(question.teams, actor, request);
    if (verdict.refusal !== undefined) {
      throw refuseAnswer(verdict.refusal, {
        ...asked,
        move: 'answer',
        teams: question.teams,
      });
    }
    const chosen = question.choices.find(({ id }) => id === choice);
    if (!chosen) {
      throw new InputError(
        isolated`'choice' takes one of ${question.choices
          .map(({ id }) => id)
          .join(', ')}, not '${choice}'`,
      );
    }
    const evidence = request.evidence ?? [];
    if (question.evidence === 'required' && evidence.length === 0) {
      throw new InputError(
        isolated`'evidence' needs at least one link: check '${asked.checkId}' takes no answer without`,
      );
    }
    const row: Omit<DbAttestationRow, 'seq'> = {
      id: randomUUID(),
      scorecard_ref: asked.scorecard.scorecardRef,
      check_id: asked.checkId,
      entity_ref: asked.entityRef,
      team_ref: verdict.team.teamRef,
      question: question.text,
      choice,
      choice_title: chosen.title,
      text: request.text?.trim() || null,
      evidence: JSON.stringify(evidence),
      answered_at: now,
      expires_at: now + holdsFor,
      reminded_at: null,
    };
    await tx<DbAttestationRow>('attestations').insert(row);
    await this.#decide(tx, asked, [
      entryOf(row.id, {
        actor,
        at: now,
        move: 'answer',
        side: verdict.team.side,
      }),
    ]);
    const after = await this.#describe(tx, asked, now);
    const owner = question.teams.find(({ side }) => side === 'entity-owner');
    return {
      answer: requireAnswer(after, row.id),
      // Members of the owner who answer see both answers before them.
      settledBy:
        after.standing.verdict === 'contradicts' &&
        owner?.teamRef !== verdict.team.teamRef
          ? owner?.teamRef
          : undefined,
    };
  }

  async #settleLocked(
    tx: Knex.Transaction,
    asked: Asked,
    request: { id: string; reason: string; actor: AnswerActor },
  ): Promise<Attestation> {
    const { id, actor, reason } = request;
    const now = this.#clock();
    const { question, standing } = await this.#describe(tx, asked, now);
    const verdict = judgeSettling(id, {
      standing,
      teams: question.teams,
      actor,
    });
    if (verdict.refusal !== undefined) {
      throw refuseAnswer(verdict.refusal, {
        ...asked,
        move: 'settle',
        teams: question.teams,
      });
    }
    const same = { actor, at: now, side: 'entity-owner' as const, reason };
    await this.#decide(tx, asked, [
      entryOf(id, { ...same, move: 'settle' }),
      ...verdict.setAside.map(other =>
        entryOf(other, { ...same, move: 'set-aside' }),
      ),
    ]);
    return requireAnswer(await this.#describe(tx, asked, now), id);
  }

  async #decide(
    tx: Knex.Transaction,
    { entityRef }: Asked,
    entries: readonly NewDecision[],
  ): Promise<void> {
    await this.#options.log.append(tx, 'attestation', entries);
    await markDue(tx, { entityRefs: [entityRef], now: entries[0].at });
  }

  async #describe(
    tx: Knex.Transaction,
    asked: Asked,
    now: number,
  ): Promise<DescribedQuestion> {
    const { checkId, entityRef, question, scorecard } = asked;
    const row = await tx<DbEntityRow>('entities')
      .where('entity_ref', entityRef)
      .first<Pick<DbEntityRow, 'entity'>>('entity');
    if (!row) {
      throw unknownEntity(entityRef);
    }
    const entity: Entity = JSON.parse(row.entity);
    if (!scorecard.compiled.appliesTo(entity)) {
      throw new InputError(
        isolated`Scorecard '${scorecard.scorecardRef}' asks nothing about '${entityRef}': it does not apply to it`,
      );
    }
    const answers = await readAnswers(tx, {
      entityRefs: [entityRef],
      scorecardRefs: [scorecard.scorecardRef],
    });
    return describeQuestion(question, {
      entity,
      now,
      rows: (answers.get(entityRef) ?? []).filter(
        answer => answer.check_id === checkId,
      ),
      scorecard: scorecard.definition,
    });
  }

  async #row(id: string): Promise<DbAttestationRow | undefined> {
    return this.#db<DbAttestationRow>('attestations').where({ id }).first();
  }

  async #requireQuestion(options: {
    scorecardRef: string;
    checkId: string;
    entityRef: string;
  }): Promise<Asked> {
    const { scorecardRef, checkId, entityRef } = options;
    const scorecard = await this.#options.definitions.get(scorecardRef);
    if (!scorecard) {
      throw unknownScorecard(scorecardRef);
    }
    const { checks } = scorecard.definition.spec;
    if (!checks.some(({ id }) => id === checkId)) {
      throw new NotFoundError(
        isolated`Scorecard '${scorecardRef}' has no check '${checkId}'`,
      );
    }
    const question = findQuestion(scorecard.definition, checkId);
    if (!question) {
      throw new InputError(
        isolated`Check '${checkId}' of '${scorecardRef}' is a rule; only questions are answered`,
      );
    }
    return { checkId, entityRef, question, scorecard };
  }
}

/** An answer as it stands after a move. */
function requireAnswer(
  { answers }: DescribedQuestion,
  id: string,
): Attestation {
  const answer = answers.find(candidate => candidate.id === id);
  if (!answer) {
    throw new ConflictError(isolated`A newer answer has replaced '${id}'`);
  }
  return answer;
}

function entryOf(
  subjectId: string,
  options: {
    actor: AnswerActor;
    at: number;
    move: string;
    side: AnsweringTeam['side'];
    reason?: string;
  },
): NewDecision {
  const { actor, reason = null, ...entry } = options;
  return {
    ...entry,
    subjectId,
    actor: actor.ref,
    principal: actor.principal,
    reason,
  };
}
