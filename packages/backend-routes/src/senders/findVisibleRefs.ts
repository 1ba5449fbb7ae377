import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/** What is needed of the catalog: a `CatalogService` has it. @public */
export interface EntitiesByRefs {
  getEntitiesByRefs(
    request: { entityRefs: string[]; fields: string[] },
    options: { credentials: BackstageCredentials },
  ): Promise<{ items: unknown[] }>;
}

/**
 * Those of the refs about which a caller may send something: for users the entities that the catalog shows them, asked
 * once for all; for services all of them, since no policy hides entities from a service.
 *
 * @public
 */
export async function findVisibleRefs(
  entityRefs: readonly string[],
  options: {
    auth: AuthService;
    catalog: EntitiesByRefs;
    credentials: BackstageCredentials;
  },
): Promise<ReadonlySet<string>> {
  const { auth, catalog, credentials } = options;
  const asked = [...new Set(entityRefs)];
  if (asked.length === 0 || auth.isPrincipal(credentials, 'service')) {
    return new Set(asked);
  }
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: asked, fields: ['kind'] },
    { credentials },
  );
  return new Set(asked.filter((_, index) => items[index]));
}
