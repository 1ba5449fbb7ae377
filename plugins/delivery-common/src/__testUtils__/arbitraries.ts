import fc from 'fast-check';
import {
  APPROVAL_DECISIONS,
  DeliveryRecord,
  OUTCOMES,
  RecordFields,
  RecordKind,
  WORK_STATES,
} from '../records';
import { observe, Sighting } from '../merge';
import { ORIGIN_KINDS } from '../origin';

/** Few different times, so that ties are common. */
export const instants = fc
  .integer({ min: 0, max: 40 })
  .map(n => new Date(Date.UTC(2026, 2, 1) + n * 3_600_000).toISOString());

const shas = fc.constantFrom('aaaa', 'bbbb', 'cccc', 'dddd');
const words = fc.constantFrom('red', 'green', 'blue');
const bools = fc.boolean();
/** More than a change holds, so that some are cut off. */
const people = fc.nat({ max: 200 }).map(String);

/** Short ones, and such that are cut off. */
const texts = fc.oneof(
  words,
  fc
    .tuple(words, fc.integer({ min: 990, max: 1_010 }))
    .map(([word, length]) => word + '😀'.repeat(length)),
);

const intervals = fc.array(
  fc.record({ from: instants, to: instants }, { requiredKeys: ['from'] }),
  { maxLength: 3 },
);
const workStatus = fc.record(
  {
    state: fc.constantFrom(...WORK_STATES),
    outcome: fc.constantFrom(...OUTCOMES),
    at: instants,
  },
  { requiredKeys: ['state', 'at'] },
);

const common = {
  url: words,
  entities: fc.array(words, { maxLength: 2 }),
  formerKeys: fc.array(fc.constantFrom('link:a:b:c', 'link:d:e:f')),
};

/** The fields of each kind of record that a delivery may or may not tell. */
const OPTIONAL: Record<RecordKind, Record<string, fc.Arbitrary<unknown>>> = {
  change: {
    namedNumber: fc.constantFrom(1, 2),
    title: words,
    author: words,
    authorApp: words,
    viaApp: words,
    reportedOrigin: fc.record(
      { kind: fc.constantFrom(...ORIGIN_KINDS), tool: words },
      { requiredKeys: ['kind'] },
    ),
    reviewers: fc.array(people, { maxLength: 60 }),
    approvers: fc.array(people, { maxLength: 3 }),
    reviews: fc.array(fc.record({ by: people, at: instants }), {
      maxLength: 60,
    }),
    firstBotReviewAt: instants,
    size: fc.record(
      { files: fc.nat(3), linesAdded: fc.nat(3), linesDeleted: fc.nat(3) },
      { requiredKeys: [] },
    ),
    changedPaths: fc.record(
      { paths: fc.array(words), cut: fc.constant(true) },
      { requiredKeys: ['paths'] },
    ),
    trailers: fc.array(
      fc.record(
        { name: words, value: words, person: words },
        { requiredKeys: ['name'] },
      ),
    ),
    draft: bools,
    openedAt: instants,
    firstCommitAt: instants,
    readyAt: instants,
    firstReviewAt: instants,
    approvedAt: instants,
    mergedAt: instants,
    closedAt: instants,
    reopenedAt: instants,
    mergeSha: shas,
    headSha: shas,
    targetBranch: words,
    commits: fc.array(fc.record({ sha: shas, authoredAt: instants })),
    pushes: fc.array(fc.record({ sha: shas, at: instants })),
    mergeQueue: intervals,
    labels: fc.array(words),
    revertOf: fc.array(shas),
    cherryPickOf: fc.array(shas),
    mergeCommit: bools,
  },
  run: {
    startedBy: words,
    workflow: words,
    event: words,
    headSha: shas,
    branch: words,
    onDefaultBranch: bools,
    onTag: bools,
    parentRunId: words,
    createdAt: instants,
    startedAt: instants,
    finishedAt: instants,
    endings: fc.array(
      fc.record({ outcome: fc.constantFrom(...OUTCOMES), at: instants }),
    ),
    status: workStatus,
  },
  job: {
    repo: words,
    runId: words,
    attempt: fc.integer({ min: 1, max: 3 }),
    name: words,
    workflow: words,
    headSha: shas,
    createdAt: instants,
    waitingSince: fc.array(instants),
    startedAt: instants,
    finishedAt: instants,
    status: workStatus,
    runnerLabels: fc.array(words),
  },
  approval: {
    repo: words,
    runId: words,
    environment: words,
    deploymentId: words,
    sha: shas,
    requestedAt: instants,
    decidedAt: instants,
    status: fc.record({
      decision: fc.constantFrom(...APPROVAL_DECISIONS),
      at: instants,
    }),
    group: words,
  },
  deployment: {
    environment: words,
    productionEnvironment: bools,
    tier: words,
    sha: shas,
    ref: words,
    artifact: words,
    deploymentGroup: words,
    runId: words,
    createdAt: instants,
    statuses: fc.array(
      fc.record({
        state: fc.constantFrom('queued', 'success', 'failure', 'inactive'),
        at: instants,
      }),
    ),
    deploymentKind: fc.constantFrom('change', 'rollback', 'hotfix'),
    previousId: words,
    trigger: fc.constantFrom('automatic', 'approved', 'manual'),
    ranges: fc.array(
      fc.record(
        {
          base: shas,
          commits: fc.array(fc.record({ sha: shas })),
          partial: bools,
        },
        { requiredKeys: ['base', 'commits'] },
      ),
    ),
  },
  incident: {
    withdrawn: bools,
    title: words,
    severity: words,
    foundBy: fc.constantFrom('alert', 'person'),
    alertNames: fc.array(people, { maxLength: 60 }),
    labels: fc.array(people, { maxLength: 100 }),
    runbookUrl: words,
    startedAt: instants,
    detectedAt: instants,
    ackAt: instants,
    mitigatedAt: instants,
    resolutions: fc.array(instants),
    reopened: fc.array(instants),
    cause: fc.record({
      deployment: words,
      confidence: fc.constantFrom('inferred', 'confirmed', 'rejected'),
    }),
    responders: fc.array(words),
    postmortemUrl: words,
    publishedAt: instants,
    followUps: fc.array(
      fc.record(
        {
          id: words,
          url: words,
          createdAt: instants,
          closedAt: instants,
          title: words,
          dueAt: instants,
          updatedAt: instants,
        },
        { requiredKeys: ['id'] },
      ),
    ),
  },
  alert: {
    seenFiring: bools,
    name: words,
    severity: words,
    endsAt: instants,
    labels: fc.dictionary(people, texts, { maxKeys: 100 }),
    receivers: fc.array(people, { maxLength: 60 }),
    summary: texts,
    runbookUrl: words,
    dashboardUrls: fc.array(people, { maxLength: 100 }),
  },
  test: {
    repo: words,
    headSha: shas,
    outcome: fc.constantFrom(...OUTCOMES),
    flaky: bools,
    durationMs: fc.integer({ min: 0, max: 5 }),
  },
  link: {
    evidence: fc.array(words),
    verdict: fc.record({
      confidence: fc.constantFrom('inferred', 'confirmed', 'rejected'),
      at: instants,
    }),
  },
};

const PART = fc.constantFrom('1', '2');

/** The fields that make the key; few, so that records meet. */
const REQUIRED: Record<RecordKind, Record<string, fc.Arbitrary<unknown>>> = {
  change: { repo: fc.constant('acme/shop'), number: fc.constantFrom(1, 2) },
  run: {
    repo: fc.constant('acme/shop'),
    runId: PART,
    attempt: fc.constantFrom(1, 2),
  },
  job: { jobId: PART },
  approval: { approvalId: PART },
  deployment: { repo: fc.constant('acme/shop'), externalId: PART },
  incident: { externalId: PART },
  alert: {
    fingerprint: PART,
    startsAt: fc.constant('2026-03-01T00:00:00.000Z'),
  },
  test: { run: PART, suite: fc.constant('unit'), case: fc.constant('adds') },
  link: {
    type: fc.constantFrom('causes', 'remediates'),
    from: PART,
    to: fc.constant('x'),
  },
};

const sightings: fc.Arbitrary<Sighting> = fc.record({
  occurredAt: instants,
  observedAt: instants,
  via: fc.constantFrom('github.webhook', 'github.pull'),
});

/** What one delivery may tell of a record of a kind. */
export function sightingsOf(kind: RecordKind): fc.Arbitrary<DeliveryRecord> {
  const required = { source: fc.constant('github'), ...REQUIRED[kind] };
  return fc
    .tuple(
      fc.record(
        { ...common, ...OPTIONAL[kind], ...required },
        { requiredKeys: Object.keys(required) as never[] },
      ),
      sightings,
    )
    .map(([fields, sighting]) =>
      observe({ kind, ...fields } as RecordFields<DeliveryRecord>, sighting),
    );
}

/** The same items in any order, each at least once and some of them again. */
export function shuffledWithDuplicates<T>(items: T[]): fc.Arbitrary<T[]> {
  return fc
    .tuple(
      fc.shuffledSubarray(items, { minLength: items.length }),
      fc.array(fc.tuple(fc.nat(items.length), fc.nat(items.length)), {
        maxLength: items.length,
      }),
    )
    .map(([shuffled, again]) => {
      const result = [...shuffled];
      for (const [from, at] of again) {
        if (from < items.length) {
          result.splice(at, 0, items[from]);
        }
      }
      return result;
    });
}
