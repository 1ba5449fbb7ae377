import { ScorecardEvaluation } from '@fairlead/backstage-plugin-scorecards-common';
import { Pauses } from '@fairlead/background-work';
import { createHash } from 'node:crypto';
import { ScorecardInForce } from '../definitions/ScorecardDefinitions';
import { ResultHead, Candidate } from './Candidate';

/** A result that is new or differs from what is stored. */
export interface Verdict {
  entityRef: string;
  scorecard: ScorecardInForce;
  evaluation: ScorecardEvaluation;
  digest: string;
  /** Undefined for the first result. */
  before?: ResultHead;
}

/** What an entity came to under all scorecards asked for. */
export interface Judgement {
  candidate: Candidate;
  changed: Verdict[];
  /** Results that hold under a new version of their scorecard as they are. */
  confirmed: { scorecardRef: string; version: number }[];
  /** Stored results of scorecards that no longer apply. */
  gone: { scorecard: ScorecardInForce; before: ResultHead }[];
  /** The earliest time at which the clock alone changes something. */
  nextChangeAt?: number;
}

/**
 * Judges one entity. Pure: what is to be written follows from what was read. Under one scorecard that takes a bounded
 * time; between two of them others have a turn.
 */
export async function judge(
  candidate: Candidate,
  scorecards: readonly ScorecardInForce[],
  options: { now: number; pauses: Pauses },
): Promise<Judgement> {
  const { now, pauses } = options;
  const judgement: Judgement = {
    candidate,
    changed: [],
    confirmed: [],
    gone: [],
  };
  for (const scorecard of scorecards) {
    await pauses.ifDue();
    const { scorecardRef, version, compiled } = scorecard;
    const before = candidate.results.get(scorecardRef);
    if (!compiled.appliesTo(candidate.entity)) {
      if (before) {
        judgement.gone.push({ scorecard, before });
      }
      continue;
    }
    const evaluation = compiled.evaluate(
      {
        entity: candidate.entity,
        facts: candidate.facts,
        waivers: candidate.waivers.filter(
          waiver => waiver.scorecardRef === scorecardRef,
        ),
        ...(compiled.hasQuestions && {
          answers: candidate.answers.filter(
            answer => answer.scorecardRef === scorecardRef,
          ),
        }),
        now,
      },
      { explain: true },
    );
    judgement.nextChangeAt = earliest(
      judgement.nextChangeAt,
      evaluation.nextChangeAt,
    );
    const digest = digestOf(evaluation);
    if (before?.digest !== digest) {
      judgement.changed.push({
        entityRef: candidate.entityRef,
        scorecard,
        evaluation,
        digest,
        before,
      });
    } else if (before.version !== version) {
      judgement.confirmed.push({ scorecardRef, version });
    }
  }
  return judgement;
}

function digestOf(evaluation: ScorecardEvaluation): string {
  const { nextChangeAt, ...judged } = evaluation;
  return createHash('sha1').update(JSON.stringify(judged)).digest('base64url');
}

function earliest(a: number | undefined, b: number | undefined) {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
