import { Knex } from 'knex';
import { lockEntities } from '../../database/lockEntities';
import { DbResultRow } from '../../database/tables';
import { noteLostLevels } from './noteLostLevels';
import { ScorecardVersionCache } from '../definitions/ScorecardVersionCache';
import { describeTransitions } from './describeTransitions';
import {
  bringForward,
  finishEntities,
  lockVersions,
  releaseEntities,
} from './finishEntities';
import { Judgement } from './judge';
import { readResultsBefore, resultKey } from './readResultsBefore';
import { toResultRow, writeResults } from './writeResults';
import { NewTransition, writeTransitions } from './writeTransitions';

/** What a batch came to in the database. */
export interface StoredBatch {
  /** Entities whose judgement is stored. */
  stored: number;
  /** Entities that changed meanwhile; they are due still. */
  overtaken: string[];
  /** Rows of results and transitions written. */
  written: number;
  /** The catalog's uids of the entities whose results changed. */
  changed: string[];
}

/**
 * Stores what a batch of entities came to, where it differs from what is stored.
 *
 * @remarks
 *
 * A judgement counts only if nothing it was made from has changed since: within the transaction the entities' revisions
 * and the scorecards' versions are locked and compared. One that was overtaken is left, since the change that overtook
 * it made the entity due again. So several processes may judge the same entity at once and the newest state wins.
 */
export async function storeJudgements(
  db: Knex,
  options: {
    judgements: readonly Judgement[];
    /** `queue`: leased entities that were due. `bulk`: all entities, after a scorecard got a new version. */
    mode: 'queue' | 'bulk';
    now: number;
    versions: ScorecardVersionCache;
  },
): Promise<StoredBatch> {
  const { judgements, mode, now } = options;
  const before = await readResultsBefore(db, {
    changed: judgements.flatMap(({ changed }) => changed),
    versions: options.versions,
  });
  if (mode === 'bulk' && judgements.every(changesNothing)) {
    return {
      stored: judgements.length,
      overtaken: [],
      written: 0,
      changed: [],
    };
  }
  return db.transaction(async tx => {
    const entities = await lockEntities(
      tx,
      judgements.map(({ candidate }) => candidate.entityRef),
    );
    const versions = await lockVersions(tx);
    const valid = judgements.filter(
      judgement =>
        entities.get(judgement.candidate.entityRef)?.revision ===
          judgement.candidate.revision && isInForce(judgement, versions),
    );
    const written = await writeJudgements(tx, { valid, before, now });
    const finished = valid.map(({ candidate, nextChangeAt }) => ({
      entity_ref: candidate.entityRef,
      next:
        nextChangeAt === undefined
          ? null
          : Math.max(Math.ceil(nextChangeAt), now + 1),
    }));
    const isValid = new Set(valid);
    const overtaken = judgements
      .filter(judgement => !isValid.has(judgement))
      .map(({ candidate }) => candidate.entityRef);
    if (mode === 'queue') {
      await finishEntities(tx, finished, now);
      await releaseEntities(tx, overtaken);
    } else {
      await bringForward(tx, finished);
    }
    return {
      stored: valid.length,
      overtaken,
      written,
      changed: valid
        .filter(({ changed, gone }) => changed.length > 0 || gone.length > 0)
        .flatMap(({ candidate }) => candidate.entity.metadata.uid ?? []),
    };
  });
}

function changesNothing(judgement: Judgement): boolean {
  return (
    judgement.changed.length === 0 &&
    judgement.confirmed.length === 0 &&
    judgement.gone.length === 0 &&
    isDueByThen(judgement)
  );
}

/** Whether the entity is evaluated anyway by the time the clock changes something. */
function isDueByThen({ candidate, nextChangeAt }: Judgement): boolean {
  return (
    nextChangeAt === undefined ||
    (candidate.evaluateAt ?? Infinity) <= Math.ceil(nextChangeAt)
  );
}

function isInForce(
  { changed, confirmed, gone }: Judgement,
  versions: ReadonlyMap<string, number>,
): boolean {
  return (
    [...changed, ...gone].every(
      ({ scorecard }) =>
        versions.get(scorecard.scorecardRef) === scorecard.version,
    ) && confirmed.every(one => versions.get(one.scorecardRef) === one.version)
  );
}

async function writeJudgements(
  tx: Knex.Transaction,
  options: {
    valid: readonly Judgement[];
    before: Awaited<ReturnType<typeof readResultsBefore>>;
    now: number;
  },
): Promise<number> {
  const { valid, before, now } = options;
  const results: DbResultRow[] = [];
  const transitions: NewTransition[] = [];
  for (const verdict of valid.flatMap(({ changed }) => changed)) {
    const { scorecardRef } = verdict.scorecard;
    const old = before.get(resultKey(scorecardRef, verdict.entityRef));
    results.push(toResultRow(verdict, old, now));
    transitions.push(
      ...describeTransitions(old, verdict.evaluation, verdict.scorecard).map(
        ({ checkId, ...change }) => ({
          scorecard_ref: scorecardRef,
          entity_ref: verdict.entityRef,
          check_id: checkId,
          at: now,
          ...change,
        }),
      ),
    );
  }
  const gone = await removeResults(tx, valid, now);
  await writeResults(tx, results);
  const confirmed = await confirmResults(tx, valid);
  await writeTransitions(tx, [...transitions, ...gone]);
  await noteLostLevels(
    tx,
    transitions,
    valid.flatMap(({ changed }) => changed.map(({ scorecard }) => scorecard)),
  );
  return results.length + confirmed + transitions.length + gone.length;
}

/** Removes results of scorecards that no longer apply; answers what to tell of it. */
async function removeResults(
  tx: Knex.Transaction,
  judgements: readonly Judgement[],
  now: number,
): Promise<NewTransition[]> {
  const transitions: NewTransition[] = [];
  for (const { candidate, gone } of judgements) {
    for (const { scorecard, before } of gone) {
      await tx<DbResultRow>('results')
        .where({
          scorecard_ref: scorecard.scorecardRef,
          entity_ref: candidate.entityRef,
        })
        .delete();
      transitions.push({
        scorecard_ref: scorecard.scorecardRef,
        entity_ref: candidate.entityRef,
        check_id: null,
        from: before.level,
        to: null,
        at: now,
        cause: before.version === scorecard.version ? 'entity' : 'definition',
        reason: 'The scorecard no longer applies',
      });
    }
  }
  return transitions;
}

async function confirmResults(
  tx: Knex.Transaction,
  judgements: readonly Judgement[],
): Promise<number> {
  let count = 0;
  const refs = new Map<string, { version: number; entityRefs: string[] }>();
  for (const { candidate, confirmed } of judgements) {
    for (const { scorecardRef, version } of confirmed) {
      const group = refs.get(scorecardRef) ?? { version, entityRefs: [] };
      group.entityRefs.push(candidate.entityRef);
      refs.set(scorecardRef, group);
    }
  }
  for (const [scorecardRef, { version, entityRefs }] of refs) {
    count += await tx('results')
      .where('scorecard_ref', scorecardRef)
      .whereIn('entity_ref', entityRefs)
      .update({ version });
  }
  return count;
}
