import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FactSourceContext } from '@fairlead/backstage-plugin-scorecards-node';
import { Teams } from './Teams';

const PAGE_SIZE = 1_000;

/** The targets of the relations of a page of entities that the catalog has. */
export async function findExisting(
  entities: readonly Entity[],
  options: {
    catalog: CatalogService;
    context: Pick<FactSourceContext, 'credentials'>;
    teams: Teams;
  },
): Promise<Set<string>> {
  const existing = new Set(entities.map(entity => stringifyEntityRef(entity)));
  const unknown = new Set<string>();
  for (const { targetRef } of entities.flatMap(item => item.relations ?? [])) {
    if (options.teams.get(targetRef)) {
      existing.add(targetRef);
    } else if (!existing.has(targetRef)) {
      unknown.add(targetRef);
    }
  }
  const refs = [...unknown];
  for (let start = 0; start < refs.length; start += PAGE_SIZE) {
    const entityRefs = refs.slice(start, start + PAGE_SIZE);
    const { items } = await options.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.namespace', 'metadata.name'] },
      { credentials: options.context.credentials },
    );
    items.forEach((item, index) => item && existing.add(entityRefs[index]));
  }
  return existing;
}
