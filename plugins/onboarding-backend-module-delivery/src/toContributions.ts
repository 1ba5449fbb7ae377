import {
  Change,
  DeliveredChange,
  DeliveryRecord,
  endingsOf,
  Incident,
  Origin,
  Run,
  settleIncident,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  Contribution,
  ContributionPage,
} from '@fairlead/backstage-plugin-onboarding-node';

type Told = ContributionPage['contributions'][number];

/** What a record may tell of, by the end of the keys of these contributions. */
const PARTS = {
  change: ['merged', 'reviewed'],
  run: ['green'],
  incident: ['resolved'],
} as const;

/**
 * What a record of the feed tells of the work of persons. What it might tell and does not is told as gone, and so is what
 * it told under the keys by which it was known before.
 */
export function toContributions(record: DeliveryRecord): Told[] {
  const told = readWork(record);
  const isTold = new Set(told.map(({ key }) => key));
  const { key, formerKeys = [] } = record;
  const possible = [
    ...keysOf(record, key),
    ...formerKeys.flatMap(former => keysOf(record, former)),
  ];
  return [
    ...possible
      .filter(one => !isTold.has(one))
      .map(one => ({ kind: 'removed' as const, key: one })),
    ...told,
  ];
}

/** That a deployment to production brought a change. */
export function toDeployedChange(delivered: DeliveredChange): Told[] {
  const { author, change, deployedAt, entityRef, revoked } = delivered;
  // A change may reach production for several entities, each by a deployment of its own.
  const key = `${change}#deployed:${entityRef}`;
  return author === undefined || revoked
    ? [{ kind: 'removed', key }]
    : [
        {
          kind: 'deployed-change',
          key,
          person: author,
          at: deployedAt,
          entityRefs: [entityRef],
          repository: delivered.repo,
          title: delivered.title,
          url: delivered.url,
          origin: readOrigin(delivered.origin),
        },
      ];
}

function keysOf(record: DeliveryRecord, key: string): string[] {
  const parts: readonly string[] =
    PARTS[record.kind as keyof typeof PARTS] ?? [];
  const reviews =
    record.kind === 'change'
      ? (record.reviews ?? []).map(({ by }) => reviewPart(by))
      : [];
  return [...parts, ...reviews].map(part => `${key}#${part}`);
}

function readWork(record: DeliveryRecord): Contribution[] {
  switch (record.kind) {
    case 'change':
      return readChange(record);
    case 'run':
      return readRun(record);
    case 'incident':
      return readIncident(record);
    default:
      return [];
  }
}

function baseOf(record: Change | Run | Incident) {
  return { entityRefs: record.entities ?? [], url: record.url };
}

function readChange(change: Change): Contribution[] {
  const { author, key, mergedAt, repo, reviews = [], title } = change;
  const base = {
    ...baseOf(change),
    repository: repo,
    title,
    origin: readOrigin(change.origin),
  };
  const first = reviews.map(({ at }) => at).sort()[0] ?? change.firstReviewAt;
  return [
    ...(author !== undefined && mergedAt !== undefined
      ? [
          {
            ...base,
            kind: 'merged-change' as const,
            key: `${key}#merged`,
            person: author,
            at: mergedAt,
          },
        ]
      : []),
    ...(author !== undefined && first !== undefined
      ? [
          {
            ...base,
            kind: 'review-received' as const,
            key: `${key}#reviewed`,
            person: author,
            at: first,
          },
        ]
      : []),
    ...reviews.map(({ by, at }) => ({
      ...base,
      kind: 'review-given' as const,
      key: `${key}#${reviewPart(by)}`,
      person: by,
      at,
    })),
  ];
}

/** A build of a repository that an entity of the catalog is found by: of a playground none counts. */
function readRun(run: Run): Contribution[] {
  const end = endingsOf(run).find(({ outcome }) => outcome === 'success');
  return run.startedBy !== undefined && end && run.entities?.length
    ? [
        {
          ...baseOf(run),
          kind: 'green-build',
          key: `${run.key}#green`,
          person: run.startedBy,
          at: end.at,
          repository: run.repo,
          title: run.workflow,
        },
      ]
    : [];
}

/** One that somebody resolved by themselves. Whoever else took part was called in. */
function readIncident(incident: Incident): Contribution[] {
  const { responders = [], title, withdrawn } = incident;
  const { resolvedAt } = settleIncident(incident);
  return !withdrawn && resolvedAt !== undefined && responders.length === 1
    ? [
        {
          ...baseOf(incident),
          kind: 'resolved-incident',
          key: `${incident.key}#resolved`,
          person: responders[0],
          at: resolvedAt,
          title,
        },
      ]
    : [];
}

function reviewPart(by: string): string {
  return `review:${by}`;
}

/** Made with an agent is told as made by one. */
function readOrigin(origin: Origin | undefined): Contribution['origin'] {
  if (origin === undefined || origin.kind === 'unknown') {
    return 'unknown';
  }
  return origin.kind === 'agent' || origin.assistedBy.length > 0
    ? 'agent'
    : 'person';
}
