import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { entities } from '../../../__testUtils__/entities';
import { startDelivery } from '../../../__testUtils__/startDelivery';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Noon, as long before today as told, so that what is told lies in the window that nobody chose. */
export function daysAgo(days: number, hours: number = 0): number {
  return (
    Math.floor(Date.now() / DAY) * DAY + 12 * HOUR - days * DAY + hours * HOUR
  );
}

const iso = (time: number) => new Date(time).toISOString();

/** A delivery of the test source about a repository. */
export function told(repo: string, at: number, record: object, nonce = 0) {
  return {
    type: 'told',
    at: iso(at),
    nonce,
    records: [{ source: 'test', repo, ...record }],
    subjects: [{ annotation: 'github.com/project-slug', value: repo }],
  };
}

export function change(
  repo: string,
  number: number,
  mergedAt: number | undefined,
  fields: object = {},
) {
  const begun = (mergedAt ?? daysAgo(3)) - 10 * HOUR;
  return told(repo, mergedAt ?? begun, {
    kind: 'change',
    number,
    title: `Change ${number}`,
    url: `https://example.com/${repo}/${number}`,
    openedAt: iso(begun),
    readyAt: iso(begun),
    firstCommitAt: iso(begun - 2 * HOUR),
    headSha: `${repo}-h${number}`,
    ...(mergedAt !== undefined && {
      mergedAt: iso(mergedAt),
      mergeSha: `${repo}-m${number}`,
      firstReviewAt: iso(begun + 6 * HOUR),
      approvedAt: iso(begun + 6 * HOUR),
    }),
    ...fields,
  });
}

export function deployment(repo: string, number: number, at: number) {
  return told(repo, at, {
    kind: 'deployment',
    externalId: `${number}`,
    environment: 'production',
    sha: `${repo}-m${number}`,
    createdAt: iso(at - HOUR / 4),
    statuses: [{ state: 'success', at: iso(at) }],
  });
}

export function incident(repo: string, id: string, at: number) {
  return told(repo, at, {
    repo: undefined,
    kind: 'incident',
    externalId: id,
    detectedAt: iso(at),
    resolutions: [iso(at + HOUR)],
    responders: ['somebody'],
  });
}

/** Six weeks of two services: a change every second day, deployed after two hours; one that waits for review. */
export const WORK = ['acme/checkout', 'acme/search'].flatMap(repo => [
  ...Array.from({ length: 20 }, (_, i) => [
    change(repo, i + 1, daysAgo(44 - 2 * i), { author: 'somebody' }),
    deployment(repo, i + 1, daysAgo(44 - 2 * i, 2)),
  ]).flat(),
  change(repo, 99, undefined, { author: 'me' }),
]);

/** A backend in which all of it was measured. */
export async function startMeasured(options: {
  db: Knex;
  entities?: Entity[];
  config?: JsonObject;
}) {
  const portal = await startDelivery({
    ...options,
    entities: options.entities ?? entities,
    config: {
      delivery: { worker: { measureInterval: { seconds: 0 } } },
      ...options.config,
    },
  });
  const catchUp = async () => {
    await portal.normalise();
    await portal.run('measure');
  };
  await portal.run('sync-catalog');
  await portal.deliver(WORK);
  await catchUp();
  return { ...portal, db: options.db, catchUp };
}
