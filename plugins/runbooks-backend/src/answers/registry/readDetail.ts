import { ANNOTATION_EDIT_URL, Entity } from '@backstage/catalog-model';
import { RunbookDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import {
  DbEntityRow,
  DbRunbookCopyRow,
  DbRunbookProbeRow,
  DbRunbookRow,
  DbUseRow,
} from '../../database/tables';

type Detail = Pick<
  RunbookDetail,
  | 'text'
  | 'textHash'
  | 'copiedAt'
  | 'isLastGoodCopy'
  | 'baseUrl'
  | 'editUrl'
  | 'problems'
  | 'helped'
  | 'misled'
  | 'missing'
>;

/** What a runbook holds, and how it fared. */
export async function readDetail(db: Knex, row: DbRunbookRow): Promise<Detail> {
  const [copy, probe, outcomes, editUrl] = await Promise.all([
    db<DbRunbookCopyRow>('runbook_copies').where('runbook_id', row.id).first(),
    db<DbRunbookProbeRow>('runbook_probes').where('runbook_id', row.id).first(),
    countOutcomes(db, row.id),
    readEditUrl(db, row.entity_ref),
  ]);
  const baseUrl = copy?.base_url ?? row.url;
  return {
    ...(copy && {
      text: copy.text,
      textHash: copy.text_hash,
      copiedAt: isoTime(probe?.ok_at ?? copy.copied_at),
    }),
    isLastGoodCopy: copy !== undefined && !isReadable(row, probe),
    ...(baseUrl && { baseUrl }),
    ...(editUrl && { editUrl }),
    problems: JSON.parse(row.problems),
    ...outcomes,
  };
}

/** Whether what is copied is what is there now, as far as anybody knows. */
function isReadable(
  row: DbRunbookRow,
  probe: DbRunbookProbeRow | undefined,
): boolean {
  return probe
    ? probe.failures === 0 && probe.state === 'ok'
    : row.resolves !== 'bad';
}

async function countOutcomes(db: Knex, runbookId: string) {
  const rows = await db<DbUseRow>('uses')
    .where({ runbook_id: runbookId, by_agent: false })
    .whereNotNull('outcome')
    .groupBy('outcome')
    .select('outcome')
    .count({ count: '*' });
  const counts = new Map(rows.map(row => [row.outcome, Number(row.count)]));
  return {
    helped: counts.get('helped') ?? 0,
    misled: counts.get('misled') ?? 0,
    missing: counts.get('missing') ?? 0,
  };
}

async function readEditUrl(
  db: Knex,
  entityRef: string | null,
): Promise<string | undefined> {
  if (entityRef === null) {
    return undefined;
  }
  const row = await db<DbEntityRow>('entities')
    .where('entity_ref', entityRef)
    .first('entity');
  const entity: Entity | undefined = row && JSON.parse(row.entity);
  return entity?.metadata.annotations?.[ANNOTATION_EDIT_URL];
}
