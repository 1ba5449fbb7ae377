import {
  CheckEvaluation,
  Evidence,
  TransitionCause,
} from '@fairlead/backstage-plugin-scorecards-common';
import { CheckBefore } from './StoredResult';

/**
 * Why a check changed, from what it was judged by before and now. Several things may have changed at once; the first
 * that explains it is named: the definition, a waiver, answers, facts, the entity, and the clock when nothing else did.
 */
export function findCause(options: {
  before: CheckBefore;
  after: CheckEvaluation;
  definitionChanged: boolean;
}): TransitionCause {
  const { before, after } = options;
  if (options.definitionChanged) {
    return 'definition';
  }
  if (before.waiverId !== after.waiverId) {
    return 'waiver';
  }
  const changed = changedPaths(before.evidence, after.evidence);
  if (changed.common.some(isAnswerPath) || changed.added.some(isAnswerPath)) {
    return 'answer';
  }
  if (changed.common.some(isFactPath)) {
    return 'facts';
  }
  if (changed.common.length > 0) {
    return 'entity';
  }
  const statuses = [before.status, after.status];
  if (statuses.includes('error')) {
    return 'facts';
  }
  if (statuses.includes('not-applicable')) {
    return 'entity';
  }
  if (statuses.includes('stale')) {
    return 'clock';
  }
  if (before.evidence.some(isAnswer) && after.evidence.some(isAnswer)) {
    // Nobody answered: of answers that contradicted each other, one was settled for, or the other one expired.
    return changed.removed.length > 0 ? 'answer' : 'clock';
  }
  const other = [...changed.added, ...changed.removed];
  if (other.length > 0) {
    return other.some(isFactPath) ? 'facts' : 'entity';
  }
  return 'clock';
}

function changedPaths(before: readonly Evidence[], after: readonly Evidence[]) {
  const old = new Map(before.map(seen => [seen.path, fingerprint(seen)]));
  const common: string[] = [];
  const added: string[] = [];
  for (const seen of after) {
    const value = old.get(seen.path);
    if (value === undefined) {
      added.push(seen.path);
    } else if (value !== fingerprint(seen)) {
      common.push(seen.path);
    }
    old.delete(seen.path);
  }
  return { common, added, removed: [...old.keys()] };
}

function fingerprint(seen: Evidence): string {
  return JSON.stringify([seen.value, seen.observedAt]);
}

function isAnswer({ path }: Evidence): boolean {
  return isAnswerPath(path);
}

function isAnswerPath(path: string): boolean {
  return path.startsWith('answers.');
}

function isFactPath(path: string): boolean {
  return path.startsWith('facts.');
}
