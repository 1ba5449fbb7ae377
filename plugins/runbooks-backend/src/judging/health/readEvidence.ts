import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import {
  HealthEvidence,
  LintProblem,
  lintRunbook,
  PartHealth,
  readRunbookOutline,
} from '@fairlead/backstage-plugin-runbooks-common';
import { isolated } from '@fairlead/bidi-text';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import {
  DbEntityRow,
  DbRunbookAlertRow,
  DbRunbookCopyRow,
  DbRunbookProbeRow,
  DbRunbookRow,
  DbTime,
} from '../../database/tables';
import { countDeployments } from './countDeployments';

/** What a runbook is judged by. */
export interface RunbookEvidence {
  row: DbRunbookRow;
  evidence: HealthEvidence;
  problems: LintProblem[];
  usedAt: number | undefined;
}

type Rows<T> = Map<string, T>;

const TOO_LONG: LintProblem = {
  line: 1,
  column: 1,
  rule: 'too-long',
  severity: 'error',
  message:
    'The page is longer than 1 MiB, so it is not copied; make a runbook of it that can be read at night',
};

/** Reads what is known of runbooks, in as many queries as there are tables. */
export async function readEvidence(
  tx: Knex.Transaction,
  rows: readonly DbRunbookRow[],
  options: { now: number },
): Promise<RunbookEvidence[]> {
  const ids = rows.map(({ id }) => id);
  const copies = await readById<DbRunbookCopyRow>(tx, 'runbook_copies', ids);
  const probes = await readById<DbRunbookProbeRow>(tx, 'runbook_probes', ids);
  const failures = await readCatalogFailures(tx, rows);
  const alerts = await readSingleAlerts(tx, ids);
  const verifiedAt = await readLast(tx, ids, {
    table: 'verifications',
    column: 'at',
  });
  const usedAt = await readLast(tx, ids, {
    table: 'uses',
    column: 'started_at',
    where: { by_agent: false },
  });
  const deployments = await countDeployments(tx, ids, verifiedAt);
  return rows.map(row => {
    const copy = copies.get(row.id);
    const probe = probes.get(row.id);
    const resolves = probe
      ? readProbed(probe)
      : judgeUnprobed(row, failures.get(row.entity_ref ?? ''), copy);
    const outline = copy && readRunbookOutline(copy.text);
    return {
      row,
      evidence: {
        now: options.now,
        tier: row.tier,
        timeToLive:
          row.time_to_live === null ? undefined : Number(row.time_to_live),
        resolves,
        outline,
        copiedAt: copy && isoTime(probe?.ok_at ?? copy.copied_at),
        textMissing: describeMissing(resolves, probe),
        alert: alerts.get(row.id) ?? row.url_key?.split('#')[1],
        verifiedAt: verifiedAt.get(row.id),
        deployments: deployments.get(row.id),
      },
      problems: [
        ...(probe?.is_too_long ? [TOO_LONG] : []),
        ...(copy ? lintRunbook(copy.text) : []),
      ],
      usedAt: usedAt.get(row.id),
    };
  });
}

async function readById<T extends { runbook_id: string }>(
  tx: Knex.Transaction,
  table: string,
  ids: readonly string[],
): Promise<Rows<T>> {
  const query = tx(table).select('*');
  whereOneOf(query, 'runbook_id', ids);
  return new Map(((await query) as T[]).map(row => [row.runbook_id, row]));
}

/** What the catalog says that it cannot read, by the ref of the entity. It goes on with what it read before. */
async function readCatalogFailures(
  tx: Knex.Transaction,
  rows: readonly DbRunbookRow[],
): Promise<Map<string, string>> {
  const query = tx<DbEntityRow>('entities').select('entity_ref', 'entity');
  whereOneOf(
    query,
    'entity_ref',
    rows.flatMap(row => row.entity_ref ?? []),
  );
  const failures = new Map<string, string>();
  for (const { entity_ref: ref, entity } of (await query) as DbEntityRow[]) {
    const { status }: AlphaEntity = JSON.parse(entity);
    const failure = status?.items?.find(
      ({ type, level }) =>
        type === ENTITY_STATUS_CATALOG_PROCESSING_TYPE && level === 'error',
    );
    if (failure) {
      failures.set(ref, failure.error?.message ?? failure.message);
    }
  }
  return failures;
}

/** The alert of each runbook that is for a single one. */
async function readSingleAlerts(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const query = tx<DbRunbookAlertRow>('runbook_alerts')
    .select('runbook_id')
    .min({ alert: 'pattern' })
    .groupBy('runbook_id')
    .havingRaw('count(*) = 1');
  whereOneOf(query, 'runbook_id', ids);
  const rows = (await query) as unknown as {
    runbook_id: string;
    alert: string;
  }[];
  return new Map(rows.map(row => [row.runbook_id, row.alert]));
}

async function readLast(
  tx: Knex.Transaction,
  ids: readonly string[],
  options: {
    table: 'verifications' | 'uses';
    column: 'at' | 'started_at';
    where?: Record<string, unknown>;
  },
): Promise<Map<string, number>> {
  const query = tx(options.table)
    .select('runbook_id')
    .where(options.where ?? {})
    .max({ last: options.column })
    .groupBy('runbook_id');
  whereOneOf(query, 'runbook_id', ids);
  const rows = (await query) as { runbook_id: string; last: DbTime }[];
  return new Map(rows.map(row => [row.runbook_id, Number(row.last)]));
}

function readProbed(probe: DbRunbookProbeRow): PartHealth {
  return {
    state: probe.state,
    ...(probe.probed_at === null
      ? { reason: 'Its address was not looked at yet' }
      : { at: isoTime(probe.probed_at) }),
    ...(probe.reason && { reason: probe.reason }),
  };
}

/** Of a text that stands in the catalog, and of an address that is none. */
function judgeUnprobed(
  row: DbRunbookRow,
  failure: string | undefined,
  copy: DbRunbookCopyRow | undefined,
): PartHealth {
  switch (row.text_from) {
    case 'url':
      return {
        state: 'bad',
        reason:
          'Only half of its URL is there; give all of it, from https:// to its end',
      };
    case 'techdocs':
      return {
        state: 'bad',
        reason:
          'It does not say whose documentation is meant; give spec.techdocs.entity',
      };
    default:
  }
  if (failure !== undefined) {
    return {
      state: 'bad',
      reason: isolated`The catalog cannot read it as it stands now: ${failure}`,
    };
  }
  return copy
    ? { state: 'ok', at: isoTime(copy.copied_at) }
    : { state: 'bad', reason: 'Its text is empty' };
}

function describeMissing(
  resolves: PartHealth,
  probe: DbRunbookProbeRow | undefined,
): string {
  if (probe?.is_too_long) {
    return 'It is longer than 1 MiB, and so was not read';
  }
  return resolves.state === 'ok'
    ? 'It is nothing that can be read as text'
    : resolves.reason ?? 'Its text could not be read yet';
}
