import { pageKeyOf } from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRunbookEntityRow } from '../../database/tables';
import { Touched } from './Touched';

/** Finds the entities that name one of these addresses, or a section of the page: their runbook may be another one now. */
export async function findNaming(
  tx: Knex.Transaction,
  options: {
    urlKeys: readonly (string | null)[];
    /** Whatever leads to these is looked at, too. */
    runbookIds: readonly string[];
  },
  touched: Touched,
): Promise<void> {
  const own = tx<DbRunbookEntityRow>('runbook_entities').whereNot(
    'origin',
    'entity',
  );
  whereOneOf(own, 'runbook_id', options.runbookIds);
  const refs: string[] = await own.distinct().pluck('entity_ref');
  refs.forEach(ref => touched.naming.add(ref));
  for (const key of new Set(options.urlKeys)) {
    if (key === null) {
      continue;
    }
    const page = pageKeyOf(key);
    const others: string[] = await tx('runbooks as r')
      .join('runbook_entities as s', 's.runbook_id', 'r.id')
      .whereNot('s.origin', 'entity')
      .where(either =>
        either
          .whereIn('r.url_key', [key, page])
          .orWhereRaw('substr(r.url_key, 1, ?) = ?', [
            page.length + 1,
            `${page}#`,
          ]),
      )
      .distinct()
      .pluck('s.entity_ref');
    others.forEach(ref => touched.naming.add(ref));
  }
}
