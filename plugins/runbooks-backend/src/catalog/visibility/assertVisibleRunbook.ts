import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { DbRunbookEntityRow, DbRunbookRow } from '../../database/tables';
import { VisibilityService } from './VisibilityService';
import { whereRunbookVisible } from './whereRunbookVisible';

/**
 * Throws a NotFoundError, the same for a runbook that does not exist and for one that the caller may not read. Answers
 * which of the entities that it is about, and of those that are named besides, the caller may read.
 */
export async function assertVisibleRunbook(
  runbookId: string,
  options: {
    credentials: BackstageCredentials;
    db: Knex;
    entityRefs?: readonly string[];
    visibility: VisibilityService;
  },
): Promise<VisibleEntities> {
  const { db, credentials, entityRefs = [], visibility } = options;
  const runbook = await db<DbRunbookRow>('runbooks')
    .where('id', runbookId)
    .first('entity_ref');
  const served: string[] = await db<DbRunbookEntityRow>('runbook_entities')
    .where('runbook_id', runbookId)
    .distinct()
    .pluck('entity_ref');
  const visible = await visibility.ofEntities(
    [
      ...new Set([
        ...entityRefs,
        ...served,
        ...(runbook?.entity_ref ? [runbook.entity_ref] : []),
      ]),
    ],
    { credentials },
  );
  const query = db('runbooks as r').where('r.id', runbookId).first('r.id');
  whereRunbookVisible(query, visible);
  if (!(await query)) {
    throw new NotFoundError(
      isolated`There is no runbook '${runbookId}', or you may not see it`,
    );
  }
  return visible;
}
