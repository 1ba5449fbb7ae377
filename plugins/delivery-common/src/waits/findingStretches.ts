import { DeliveryHistory } from '../history';
import { begunAt, isBeforeMerge, isCheck, isOfQueue } from '../history/checks';
import { commitPlace, commitPlaces } from '../history/commitPlaces';
import { groupBy } from '../history/order';
import {
  Approval,
  Change,
  Deployment,
  outcomeOf,
  Run,
  settleMergeQueue,
} from '../records';
import { millis } from '../records/instant';
import { Span } from '../spans';
import { WaitKind } from './types';

/** The stretches of time that each kind holds; `coding` is what no other kind does. */
export type Stretches = Record<Exclude<WaitKind, 'coding'>, Span[]>;

const place = (...parts: (string | undefined)[]) => JSON.stringify(parts);

/** A stretch from one time to another, or on to the end. Nothing if it never began. */
function stretch(
  from: string | undefined,
  to: string | undefined,
  end: number,
): Span[] {
  return from === undefined
    ? []
    : [{ from: millis(from), to: to === undefined ? end : millis(to) }];
}

function shasOf(change: Change): Set<string> {
  return new Set(
    [
      change.headSha,
      change.sha,
      change.mergedAt ? change.mergeSha : undefined,
      ...(change.pushes ?? []).map(({ sha }) => sha),
      ...(change.commits ?? []).map(({ sha }) => sha),
    ].filter(sha => sha !== undefined),
  );
}

const earliest = (...times: (string | undefined)[]) =>
  times.filter(at => at !== undefined).sort()[0];

/** The times of runs. One of which no end is known counts as long as the change is open. */
function runSpans(runs: Run[], isOpen: boolean, end: number): Span[] {
  return runs.flatMap(run => {
    const isRunning = outcomeOf(run) === undefined;
    return run.finishedAt || (isRunning && isOpen)
      ? stretch(begunAt(run), run.finishedAt, end)
      : [];
  });
}

/** The end of rework on a change that was reviewed; undefined while it goes on. */
function reworkedAt(change: Change): string | undefined {
  const { approvedAt, mergedAt, pushes = [] } = change;
  if (approvedAt === undefined) {
    return mergedAt;
  }
  return pushes
    .map(({ at }) => at)
    .filter(at => mergedAt === undefined || at <= mergedAt)
    .reduce((last, at) => (at > last ? at : last), approvedAt);
}

/**
 * Prepares what is needed to tell what the time of a change went into.
 *
 * @remarks
 * What is waited for before the merge ends with the merge, whatever happens later.
 *
 * - approval: from the request of an approval to its decision, for its commits or for the deployment that brought it;
 *   for a merged change on its way, for any deployment of its repository that is under way. One that was never decided
 *   and without which the change went on was no wait.
 * - merge queue: from joining to leaving it, and the runs that the queue sets off.
 * - CI: from the creation of a check of one of its commits to its finish; a rerun from its own start.
 * - review pickup: from ready for review to the first review, or until now while it is open.
 * - rework: from the first review to the approval or the last push before the merge, whichever is later.
 * - deploy wait: from the approval, or else the merge, to its arrival.
 */
export function findingStretches(
  history: DeliveryHistory,
): (change: Change, life: Span & { open: boolean }) => Stretches {
  const runs = groupBy(history.runs, run => commitPlace(run.repo, run.headSha));
  const runShas = new Map(
    history.runs.map(run => [place(run.source, run.runId), run.headSha]),
  );
  const approvalsBySha = groupBy(history.approvals, approval =>
    commitPlace(
      approval.repo,
      approval.sha ?? runShas.get(place(approval.source, approval.runId)),
    ),
  );
  const approvalsByRun = groupBy(history.approvals, ({ source, runId }) =>
    place(source, runId),
  );
  const approvalsByDeployment = groupBy(
    history.approvals,
    ({ source, deploymentId }) => place(source, deploymentId),
  );
  const underWay = groupBy(
    history.rollouts
      .filter(({ outcome }) => outcome === undefined)
      .flatMap(({ deployments }) => deployments),
    ({ repo }) => repo,
  );

  const approvalsOf = (deployment: Deployment): Approval[] => [
    ...(approvalsByDeployment.get(
      place(deployment.source, deployment.externalId),
    ) ?? []),
    ...(deployment.runId
      ? approvalsByRun.get(place(deployment.source, deployment.runId)) ?? []
      : []),
  ];

  /** Of approvals for its commits: those that are decided, or that the change may still wait for. */
  const approvalSpans = (change: Change, life: Span & { open: boolean }) =>
    [...shasOf(change)]
      .flatMap(sha => commitPlaces(change.repo, sha))
      .flatMap(found => approvalsBySha.get(found) ?? [])
      .flatMap(({ requestedAt, decidedAt }) => {
        const { mergedAt } = change;
        const isOfRequest =
          mergedAt !== undefined && isBeforeMerge(requestedAt, change);
        if (isOfRequest) {
          return decidedAt === undefined
            ? []
            : stretch(requestedAt, earliest(decidedAt, mergedAt), life.to);
        }
        return decidedAt !== undefined || life.open
          ? stretch(requestedAt, decidedAt, life.to)
          : [];
      });

  return (change, life) => {
    const { to: end, open } = life;
    const { mergedAt, approvedAt } = change;
    const release = history.deliveries.byChange.get(change.key)?.release;
    const deployments =
      open && mergedAt !== undefined
        ? underWay.get(change.repo) ?? []
        : release?.deployments ?? [];
    const own = [...shasOf(change)]
      .flatMap(sha => commitPlaces(change.repo, sha))
      .flatMap(found => runs.get(found) ?? []);
    const firstReviewAt = earliest(change.firstReviewAt, approvedAt);
    const ready =
      change.readyAt ?? (change.draft ? undefined : change.openedAt);
    const isOpen = open && mergedAt === undefined;
    const request = {
      mergeQueue: [
        ...settleMergeQueue(change).flatMap(({ from, to }) =>
          stretch(from, to, end),
        ),
        ...runSpans(own.filter(isOfQueue), isOpen, end),
      ],
      ci: runSpans(own.filter(isCheck), isOpen, end),
      reviewPickup:
        firstReviewAt !== undefined || mergedAt === undefined
          ? stretch(ready, firstReviewAt, end)
          : [],
      rework: stretch(firstReviewAt, reworkedAt(change), end),
    };
    const merged = mergedAt === undefined ? end : millis(mergedAt);
    const upToMerge = (spans: Span[]) =>
      spans.map(({ from, to }) => ({ from, to: Math.min(to, merged) }));
    const sinceMerge = (spans: Span[]) =>
      spans.map(({ from, to }) => ({ from: Math.max(from, merged), to }));
    return {
      approval: [
        ...approvalSpans(change, life),
        ...sinceMerge(
          deployments
            .flatMap(approvalsOf)
            .flatMap(({ requestedAt, decidedAt }) =>
              stretch(requestedAt, decidedAt, end),
            ),
        ),
      ],
      mergeQueue: upToMerge(request.mergeQueue),
      ci: upToMerge(request.ci),
      reviewPickup: upToMerge(request.reviewPickup),
      rework: upToMerge(request.rework),
      deployWait: stretch(earliest(approvedAt, mergedAt), undefined, end),
    };
  };
}
