import { DeliveryHistory, HistoryOptions, readHistory } from '../history';
import {
  collectMeasure,
  Exclusion,
  MeasureId,
  measureOfOrigin,
  MeasureResult,
  OriginChoice,
  summariseMeasure,
} from '../measures';
import { observe } from '../merge';
import {
  Change,
  DeliveryRecord,
  DeploymentState,
  Outcome,
  RecordFields,
} from '../records';

/** The instant of a time in March 2026 in UTC, for example `at('05 14:30')`. */
export function at(time: string): string {
  const [day, clock = '00:00'] = time.split(' ');
  return `2026-03-${day}T${clock}:00.000Z`;
}

export function record<F extends RecordFields<DeliveryRecord>>(fields: F) {
  const seen = at('31 00:00');
  return observe(fields, { occurredAt: seen, observedAt: seen, via: 'test' });
}

const REPO = 'acme/shop';
const ENTITY = 'component:default/shop';

/** A merged pull request whose merge commit is `m<number>`. */
export function change(
  number: number,
  mergedAt: string | undefined,
  fields: Partial<RecordFields<Change>> = {},
) {
  const firstCommitAt = mergedAt && at(mergedAt);
  return record({
    kind: 'change',
    source: 'github',
    repo: REPO,
    entities: [ENTITY],
    number,
    firstCommitAt,
    openedAt: firstCommitAt,
    mergedAt: firstCommitAt,
    mergeSha: `m${number}`,
    headSha: `h${number}`,
    ...fields,
  });
}

/** A production deployment with one status. */
export function deploy(
  id: string,
  sha: string,
  time: string,
  fields: Partial<
    RecordFields<Extract<DeliveryRecord, { kind: 'deployment' }>>
  > & {
    state?: DeploymentState;
  } = {},
) {
  const { state = 'success', ...rest } = fields;
  return record({
    kind: 'deployment',
    source: 'github',
    repo: REPO,
    entities: [ENTITY],
    externalId: id,
    environment: 'production',
    sha,
    createdAt: at(time),
    statuses: [{ state, at: at(time) }],
    ...rest,
  });
}

export function incident(id: string, from: string, to?: string) {
  return record({
    kind: 'incident',
    source: 'pagerduty',
    externalId: id,
    entities: [ENTITY],
    detectedAt: at(from),
    resolutions: to ? [at(to)] : [],
  });
}

export function run(
  runId: string,
  sha: string,
  times: { created: string; started?: string; finished?: string },
  fields: Partial<RecordFields<Extract<DeliveryRecord, { kind: 'run' }>>> & {
    outcome?: Outcome;
  } = {},
) {
  const { outcome = 'success', ...rest } = fields;
  const { created, started = created, finished } = times;
  return record({
    kind: 'run',
    source: 'github',
    repo: REPO,
    runId,
    attempt: 1,
    workflow: 'ci.yaml',
    event: 'pull_request',
    headSha: sha,
    createdAt: at(created),
    startedAt: at(started),
    finishedAt: finished && at(finished),
    status: finished
      ? { state: 'completed', outcome, at: at(finished) }
      : { state: 'in_progress', at: at(started) },
    ...rest,
  });
}

export function job(
  jobId: string,
  sha: string,
  times: { created: string; started?: string; finished?: string },
  fields: Partial<RecordFields<Extract<DeliveryRecord, { kind: 'job' }>>> & {
    outcome?: Outcome;
  } = {},
) {
  const { outcome = 'success', ...rest } = fields;
  const { created, started, finished } = times;
  return record({
    kind: 'job',
    source: 'github',
    repo: REPO,
    jobId,
    runId: '1',
    attempt: 1,
    workflow: 'ci.yaml',
    name: 'test',
    headSha: sha,
    createdAt: at(created),
    startedAt: started && at(started),
    finishedAt: finished && at(finished),
    status: finished
      ? { state: 'completed', outcome, at: at(finished) }
      : undefined,
    ...rest,
  });
}

export const MARCH = { from: at('01'), to: '2026-04-01T00:00:00.000Z' };
export const NOW = '2026-04-01T00:00:00.000Z';

export function history(
  records: DeliveryRecord[],
  options: Partial<HistoryOptions> = {},
): DeliveryHistory {
  return readHistory(records, { now: NOW, ...options });
}

/** A measure over March 2026. */
export function measured(
  id: MeasureId,
  records: DeliveryRecord[],
  {
    origin = 'counted',
    ...options
  }: Partial<HistoryOptions> & { origin?: OriginChoice } = {},
): MeasureResult {
  const { options: chosen, ...rest } = history(records, options);
  const collected = collectMeasure(id, { ...rest, options: chosen });
  return summariseMeasure(measureOfOrigin(collected, origin), {
    window: MARCH,
    calendar: chosen.calendar,
    now: chosen.now,
  });
}

/** What was left out, as `key: reason` without the source and repository. */
export function leftOut(result: { excluded: Exclusion[] }): string[] {
  return result.excluded
    .map(({ recordKey, reason }) => `${recordKey.split(':').at(-1)}: ${reason}`)
    .sort();
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
