import { IncidentMoment } from '@fairlead/backstage-plugin-runbooks-common';
import { OperationsIncident } from '@fairlead/backstage-plugin-runbooks-node';
import { DbIncidentRow } from '../../database/tables';
import { isWebUrl } from './isWebUrl';

/** Longer names and lists than anybody reads. */
const LIMITS = { text: 1_000, url: 2_000, list: 200 };

/** What is kept of an incident as JSON. */
export interface IncidentDetails {
  alerts: string[];
  labels: string[];
  responders: string[];
  reviewUrl?: string;
  runbookUrl?: string;
  followUps: ToldFollowUp[];
}

/** Something that was agreed, as the source tells it. Milliseconds since the epoch. */
export interface ToldFollowUp {
  id: string;
  title?: string;
  url?: string;
  /** As it is told, or else when it was told first. */
  createdAt: number;
  dueAt?: number;
  closedAt?: number;
}

/** The columns of the moments that a source may tell. */
export const MOMENT_COLUMNS = {
  started: 'started_at',
  detected: 'detected_at',
  acknowledged: 'acknowledged_at',
  mitigated: 'mitigated_at',
  resolved: 'resolved_at',
  published: 'published_at',
} as const satisfies Record<IncidentMoment, keyof DbIncidentRow>;

/**
 * An incident as it is kept.
 *
 * @param options - `stored` is what is kept of it so far
 */
export function readIncident(
  incident: OperationsIncident,
  { now, stored }: { now: number; stored?: DbIncidentRow },
): DbIncidentRow {
  const moments = {
    started_at: readTime(incident.startedAt),
    detected_at: readTime(incident.detectedAt),
    acknowledged_at: readTime(incident.acknowledgedAt),
    mitigated_at: readTime(incident.mitigatedAt),
    resolved_at: readTime(incident.resolvedAt),
    published_at: readTime(incident.reviewPublishedAt),
  };
  const before: IncidentDetails | undefined =
    stored && JSON.parse(stored.details);
  const details: IncidentDetails = {
    alerts: readNames(incident.alerts),
    labels: readNames(incident.labels ?? []),
    responders: readNames(incident.responders),
    ...readOptional('reviewUrl', readUrl(incident.reviewUrl)),
    ...readOptional('runbookUrl', cut(incident.runbookUrl, LIMITS.url)),
    followUps: incident.followUps.slice(0, LIMITS.list).map(followUp => ({
      id: cut(followUp.id, LIMITS.text) ?? '',
      ...readOptional('title', cut(followUp.title, LIMITS.text)),
      ...readOptional('url', readUrl(followUp.url)),
      createdAt:
        readTime(followUp.createdAt) ??
        before?.followUps.find(({ id }) => id === followUp.id)?.createdAt ??
        now,
      ...readOptional('dueAt', readTime(followUp.dueAt) ?? undefined),
      ...readOptional('closedAt', readTime(followUp.closedAt) ?? undefined),
    })),
  };
  const known = Object.values(moments).filter(at => at !== null);
  return {
    key: incident.key,
    source: incident.source,
    title: cut(incident.title, LIMITS.text) ?? null,
    severity: cut(incident.severity, LIMITS.text) ?? null,
    url: readUrl(incident.url) ?? null,
    found_by: incident.foundBy ?? null,
    opened_at:
      moments.detected_at ??
      (known.length > 0 ? Math.min(...known) : stored?.opened_at ?? now),
    ...moments,
    details: JSON.stringify(details),
    changed_at: now,
  };
}

/** Null for what is no time. */
function readTime(time: string | undefined): number | null {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? null : at;
}

/** What a browser may be sent to; nothing else is kept. */
function readUrl(url: string | undefined): string | undefined {
  return url !== undefined && url.length <= LIMITS.url && isWebUrl(url)
    ? url
    : undefined;
}

function readNames(names: readonly string[]): string[] {
  const cutNames = names.flatMap(name => cut(name, LIMITS.text) ?? []);
  return [...new Set(cutNames)].sort().slice(0, LIMITS.list);
}

function cut(text: string | undefined, length: number): string | undefined {
  return text?.slice(0, length) || undefined;
}

function readOptional<TName extends string, T>(
  name: TName,
  value: T | undefined,
): Partial<Record<TName, T>> {
  return value === undefined
    ? {}
    : ({ [name]: value } as Partial<Record<TName, T>>);
}
