import {
  APPROVAL_DECISIONS,
  ApprovalStatus,
  ChangePush,
  ChangeReview,
  CommitRange,
  Confidence,
  DeliveryRecord,
  FollowUp,
  Interval,
  Outcome,
  OUTCOMES,
  RecordKind,
  WORK_STATES,
  WorkStatus,
} from '../records';
import {
  bounded,
  earliest,
  ever,
  FieldRule,
  greatest,
  identity,
  largest,
  last,
  latest,
  set,
  setBy,
  upTo,
} from './fieldRules';

/** The rule of each field of a record that a source can tell. */
export type RecordRules<R> = {
  [F in Exclude<
    keyof R,
    'kind' | 'key' | 'occurredAt' | 'observedAt' | 'provenance' | 'asOf'
  >]-?: FieldRule<any>;
};

const byTime = (a: string, b: string) => Number(a > b) - Number(a < b);

const firstOf = (a: string | undefined, b: string | undefined) =>
  [a, b].filter(at => at !== undefined).sort()[0];

/** A terminal state is never replaced by another; of two terminals the later counts, at the same time the worse. */
const workStatus = greatest<WorkStatus>(
  (a, b) =>
    WORK_STATES.indexOf(a.state) - WORK_STATES.indexOf(b.state) ||
    byTime(a.at, b.at) ||
    OUTCOMES.indexOf(a.outcome ?? 'unknown') -
      OUTCOMES.indexOf(b.outcome ?? 'unknown'),
);

const approvalStatus = greatest<ApprovalStatus>(
  (a, b) =>
    Number(a.decision !== 'pending') - Number(b.decision !== 'pending') ||
    byTime(a.at, b.at) ||
    APPROVAL_DECISIONS.indexOf(a.decision) -
      APPROVAL_DECISIONS.indexOf(b.decision),
);

const verdict = greatest<{ confidence: Confidence; at: string }>(
  (a, b) =>
    Number(a.confidence !== 'inferred') - Number(b.confidence !== 'inferred') ||
    byTime(a.at, b.at),
);

const worstOutcome = greatest<Outcome>(
  (a, b) => OUTCOMES.indexOf(a) - OUTCOMES.indexOf(b),
);

const pushes = setBy<ChangePush>({
  key: push => push.sha,
  merge: (a, b) => (a.at <= b.at ? a : b),
});

const intervals = setBy<Interval>({
  key: interval => interval.from,
  merge: (a, b) => {
    const to = firstOf(a.to, b.to);
    return { from: a.from, ...(to && { to }) };
  },
});

const widerRange = greatest<CommitRange>(
  (a, b) =>
    Number(!a.partial) - Number(!b.partial) ||
    a.commits.length - b.commits.length,
);

const ranges = setBy<CommitRange>({
  key: range => range.base,
  merge: (a, b) => widerRange.merge({ value: a }, { value: b }).value,
});

/** People rephrase what they agreed on and put it off: what was told last of it counts. */
const toldLast = greatest<Pick<FollowUp, 'title' | 'dueAt' | 'updatedAt'>>(
  (a, b) => byTime(a.updatedAt ?? '', b.updatedAt ?? ''),
);

const agreementOf = ({ title, dueAt, updatedAt }: FollowUp) => ({
  value: {
    ...(title && { title }),
    ...(dueAt && { dueAt }),
    ...(updatedAt && { updatedAt }),
  },
});

const followUps = setBy<FollowUp>({
  key: followUp => followUp.id,
  merge: (a, b) => {
    const url = firstOf(a.url, b.url);
    const createdAt = firstOf(a.createdAt, b.createdAt);
    const closedAt = firstOf(a.closedAt, b.closedAt);
    return {
      id: a.id,
      ...(url && { url }),
      ...(createdAt && { createdAt }),
      ...(closedAt && { closedAt }),
      ...toldLast.merge(agreementOf(a), agreementOf(b)).value,
    };
  },
});

/** How many persons a change holds in one role. */
const MOST_PEOPLE = 100;

/** The first of a set, by their text. */
const people = upTo(MOST_PEOPLE, set);

/** The first review of each person. They sort by time, so that of too many the earliest stay. */
const reviews = upTo<ChangeReview>(
  MOST_PEOPLE,
  setBy({
    key: review => review.by,
    merge: (one, other) => (one.at <= other.at ? one : other),
  }),
);

/** How many alerts, receivers, dashboards and labels a record holds. */
const MOST_NAMES = 64;

/** The first of a set, by their text. */
const names = upTo(MOST_NAMES, set);

/** How many characters a text holds that an alert says of itself. */
const MOST_CHARACTERS = 1_000;

const shorten = (text: string) => {
  const characters = [...text];
  return characters.length > MOST_CHARACTERS
    ? `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
    : text;
};

/** A label that is cut off would be another one: those that are too long are left out as a whole. */
const boundLabels = (labels: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(labels)
      .filter(
        ([name, value]) =>
          name.length <= MOST_CHARACTERS && value.length <= MOST_CHARACTERS,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, MOST_NAMES),
  );

const base = {
  source: identity,
  url: latest,
  entities: latest,
  formerKeys: set,
};

/** The merge rules of every kind of record. */
export const RECORD_RULES: {
  [K in RecordKind]: RecordRules<Extract<DeliveryRecord, { kind: K }>>;
} = {
  change: {
    ...base,
    repo: identity,
    number: identity,
    sha: identity,
    namedNumber: latest,
    title: latest,
    author: latest,
    authorApp: latest,
    viaApp: latest,
    reportedOrigin: latest,
    origin: latest,
    draft: latest,
    openedAt: earliest,
    firstCommitAt: latest,
    readyAt: earliest,
    reviewers: people,
    approvers: people,
    reviews,
    firstReviewAt: earliest,
    firstBotReviewAt: earliest,
    approvedAt: earliest,
    mergedAt: earliest,
    closedAt: last,
    reopenedAt: last,
    mergeSha: latest,
    headSha: latest,
    targetBranch: latest,
    commits: latest,
    pushes,
    mergeQueue: intervals,
    labels: latest,
    size: latest,
    changedPaths: latest,
    trailers: latest,
    revertOf: set,
    cherryPickOf: set,
    mergeCommit: ever,
  },
  run: {
    ...base,
    repo: identity,
    runId: identity,
    attempt: identity,
    startedBy: latest,
    workflow: latest,
    event: latest,
    headSha: latest,
    branch: latest,
    onDefaultBranch: latest,
    onTag: latest,
    parentRunId: latest,
    createdAt: earliest,
    startedAt: earliest,
    finishedAt: earliest,
    endings: set,
    status: workStatus,
  },
  job: {
    ...base,
    jobId: identity,
    repo: latest,
    runId: latest,
    attempt: latest,
    name: latest,
    workflow: latest,
    headSha: latest,
    createdAt: earliest,
    waitingSince: set,
    startedAt: earliest,
    finishedAt: earliest,
    status: workStatus,
    runnerLabels: latest,
  },
  approval: {
    ...base,
    approvalId: identity,
    repo: latest,
    runId: latest,
    environment: latest,
    deploymentId: latest,
    sha: latest,
    requestedAt: earliest,
    decidedAt: earliest,
    status: approvalStatus,
    group: latest,
  },
  deployment: {
    ...base,
    repo: identity,
    externalId: identity,
    environment: latest,
    productionEnvironment: latest,
    tier: latest,
    sha: latest,
    ref: latest,
    artifact: latest,
    deploymentGroup: latest,
    runId: latest,
    createdAt: earliest,
    statuses: set,
    deploymentKind: latest,
    previousId: latest,
    trigger: latest,
    ranges,
  },
  incident: {
    ...base,
    externalId: identity,
    withdrawn: latest,
    title: latest,
    severity: latest,
    foundBy: latest,
    alertNames: names,
    labels: bounded(latest, (labels: string[]) => labels.slice(0, MOST_NAMES)),
    runbookUrl: latest,
    // People correct these later, so the latest value counts.
    startedAt: latest,
    detectedAt: earliest,
    ackAt: earliest,
    mitigatedAt: latest,
    resolutions: set,
    reopened: set,
    cause: latest,
    responders: set,
    postmortemUrl: latest,
    publishedAt: earliest,
    followUps,
  },
  alert: {
    ...base,
    fingerprint: identity,
    startsAt: identity,
    seenFiring: ever,
    name: latest,
    severity: latest,
    endsAt: earliest,
    labels: bounded(latest, boundLabels),
    receivers: names,
    summary: bounded(latest, shorten),
    runbookUrl: latest,
    dashboardUrls: bounded(latest, (urls: string[]) =>
      urls.slice(0, MOST_NAMES),
    ),
  },
  test: {
    ...base,
    run: identity,
    suite: identity,
    case: identity,
    repo: latest,
    headSha: latest,
    outcome: worstOutcome,
    flaky: ever,
    durationMs: largest,
  },
  link: {
    ...base,
    type: identity,
    from: identity,
    to: identity,
    evidence: set,
    verdict,
  },
};
