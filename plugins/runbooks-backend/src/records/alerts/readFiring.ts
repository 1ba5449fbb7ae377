import {
  mayPage,
  PagingRules,
} from '@fairlead/backstage-plugin-runbooks-common';
import { AlertFiring } from '@fairlead/backstage-plugin-runbooks-node';
import { RowColumns, toStorableText } from '@fairlead/bulk-sql';
import { DbFiringRow } from '../../database/tables';
import { readRefs } from '../readRefs';

/** What is kept of a firing as JSON. */
export interface FiringDetails {
  entityRefs: string[];
  labels: Record<string, string>;
  receivers: string[];
  summary?: string;
  url?: string;
  runbookUrl?: string;
  dashboardUrls: string[];
}

/** What a record of a firing tells by itself; what it comes to beside others is settled later. */
export type ToldFiringRow = Pick<
  DbFiringRow,
  'key' | 'source' | 'fingerprint' | 'alert' | 'severity' | 'details'
> & {
  starts_at: number;
  told_ends_at: number | null;
  may_page: boolean;
};

export const TOLD_COLUMNS = {
  key: 'text',
  source: 'text',
  fingerprint: 'text',
  alert: 'text',
  starts_at: 'bigint',
  told_ends_at: 'bigint',
  severity: 'text',
  may_page: 'boolean',
  details: 'text',
} satisfies RowColumns;

/** Databases keep no longer texts in an index. */
const LONGEST_NAME = 1_000;

/**
 * Reads a record; undefined where it has no start, or a name that is too long to be one. An end that cannot be read, or that
 * lies before the start, as the zero time that some senders tell of what still fires, is none.
 */
export function readFiring(
  record: AlertFiring,
  rules: PagingRules,
): ToldFiringRow | undefined {
  const startsAt = Date.parse(record.startsAt);
  const [key, source, fingerprint, alert] = [
    record.key,
    record.source,
    record.fingerprint,
    record.alert,
  ].map(toStorableText);
  if (
    Number.isNaN(startsAt) ||
    [key, source, fingerprint, alert].some(text => text.length > LONGEST_NAME)
  ) {
    return undefined;
  }
  const endsAt = record.endsAt ? Date.parse(record.endsAt) : NaN;
  const { labels, receivers, severity, summary, url, runbookUrl } = record;
  const details: FiringDetails = {
    entityRefs: readRefs(record.entityRefs),
    labels: { ...labels },
    receivers: [...receivers],
    ...(summary && { summary }),
    ...(url && { url }),
    ...(runbookUrl && { runbookUrl }),
    dashboardUrls: [...record.dashboardUrls],
  };
  return {
    key,
    source,
    fingerprint,
    alert,
    starts_at: startsAt,
    told_ends_at: endsAt >= startsAt ? endsAt : null,
    severity: severity ?? null,
    may_page: mayPage({ labels, receivers, severity }, rules),
    details: JSON.stringify(details),
  };
}

/** The details of a stored firing. */
export function readDetails(row: Pick<DbFiringRow, 'details'>): FiringDetails {
  return JSON.parse(row.details);
}
