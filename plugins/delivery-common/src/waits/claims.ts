import { DeliveryHistory } from '../history';
import { isSetOffByChange } from '../history/checks';
import { groupBy } from '../history/order';
import { Approval, Change, Deployment, outcomeOf, Run } from '../records';
import { millis } from '../records/instant';
import { Span } from '../spans';
import { WaitKind } from './types';

/** What each kind lays claim to; `coding` is what no other kind claims. */
export type Claims = Record<Exclude<WaitKind, 'coding'>, Span[]>;

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

function ciSpans(runs: Run[], open: boolean, end: number): Span[] {
  return runs.flatMap(run => {
    const from =
      run.attempt === 1 ? run.createdAt ?? run.startedAt : run.startedAt;
    const isRunning = outcomeOf(run) === undefined;
    return run.finishedAt || (isRunning && open)
      ? stretch(from, run.finishedAt, end)
      : [];
  });
}

/**
 * Prepares what is needed to tell what the time of a change went into.
 *
 * @remarks
 * - approval: from the request of an approval to its decision, for its commits or for the deployment that brought it;
 *   for a merged change on its way, for any deployment of its repository that is under way.
 * - merge queue: from joining to leaving it.
 * - CI: from the creation of a run on one of its commits to its finish; a rerun from its own start.
 * - review pickup: from ready for review to the first review, or until now while it is open.
 * - rework: from the first review to the approval or the last push before the merge, whichever is later.
 * - deploy wait: from the approval, or else the merge, to its arrival.
 */
export function claiming(
  history: DeliveryHistory,
): (change: Change, life: Span & { open: boolean }) => Claims {
  const runs = groupBy(history.runs.filter(isSetOffByChange), run =>
    place(run.repo, run.headSha),
  );
  const runShas = new Map(
    history.runs.map(run => [place(run.source, run.runId), run.headSha]),
  );
  const approvalsBySha = groupBy(history.approvals, approval =>
    place(
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

  return (change, { to: end, open }) => {
    const shas = [...shasOf(change)];
    const release = history.deliveries.byChange.get(change.key)?.release;
    const isOnItsWay = open && change.mergedAt !== undefined;
    const deployments = isOnItsWay
      ? underWay.get(change.repo) ?? []
      : release?.deployments ?? [];
    const approvals = [
      ...shas.flatMap(sha => approvalsBySha.get(place(change.repo, sha)) ?? []),
      ...deployments.flatMap(approvalsOf),
    ];
    const { mergedAt, approvedAt, firstReviewAt } = change;
    const lastPush = (change.pushes ?? [])
      .map(({ at }) => at)
      .filter(at => mergedAt === undefined || at <= mergedAt)
      .sort()
      .at(-1);
    const reworked = [approvedAt, lastPush]
      .filter(at => at !== undefined && at > (firstReviewAt ?? ''))
      .sort()
      .at(-1);
    const isReviewed = firstReviewAt !== undefined;
    const ready =
      change.readyAt ?? (change.draft ? undefined : change.openedAt);
    return {
      approval: approvals.flatMap(({ requestedAt, decidedAt }) =>
        stretch(requestedAt, decidedAt, end),
      ),
      mergeQueue: (change.mergeQueue ?? []).flatMap(({ from, to }) =>
        stretch(from, to ?? mergedAt, end),
      ),
      ci: ciSpans(
        shas.flatMap(sha => runs.get(place(change.repo, sha)) ?? []),
        open,
        end,
      ),
      reviewPickup:
        isReviewed || mergedAt === undefined
          ? stretch(ready, firstReviewAt, end)
          : [],
      rework: stretch(
        firstReviewAt,
        approvedAt === undefined ? mergedAt : reworked,
        end,
      ),
      deployWait: stretch(approvedAt ?? mergedAt, undefined, end),
    };
  };
}
