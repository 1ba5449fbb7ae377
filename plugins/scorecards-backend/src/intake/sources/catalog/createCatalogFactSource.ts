import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  FactSource,
  ObservedFacts,
} from '@fairlead/backstage-plugin-scorecards-node';
import { CatalogKnowledge } from './CatalogKnowledge';
import { descriptionFacts } from './descriptionFacts';
import { findExisting } from './findExisting';
import { ownershipFacts } from './ownershipFacts';
import { structureFacts } from './structureFacts';
import { teamFacts } from './teamFacts';
import { Teams } from './Teams';

const GROUPS = [ownershipFacts, descriptionFacts, structureFacts, teamFacts];

/** The facts that the catalog itself holds: ownership, descriptions, structure and teams. */
export function createCatalogFactSource(options: {
  catalog: CatalogService;
}): FactSource {
  return {
    id: 'catalog',
    title: 'Catalog',
    facts: GROUPS.flatMap(group => group.facts),
    schedule: {
      frequency: { hours: 1 },
      timeout: { minutes: 30 },
      initialDelay: { seconds: 30 },
    },
    runsOnEntityChange: true,
    async *observe(context) {
      const teams = await Teams.load(context);
      for await (const page of context.entities({
        entityRefs: context.changed,
      })) {
        const [existing, changes] = await Promise.all([
          findExisting(page, { catalog: options.catalog, context, teams }),
          context.lastChanged(page.map(entity => stringifyEntityRef(entity))),
        ]);
        const knowledge: CatalogKnowledge = {
          teams,
          exists: ref => existing.has(ref),
          lastChanged: ref => changes.get(ref),
        };
        yield { items: page.map(entity => observeEntity(entity, knowledge)) };
      }
    },
  };
}

function observeEntity(
  entity: Entity,
  knowledge: CatalogKnowledge,
): ObservedFacts {
  const facts: ObservedFacts = {
    entityRef: stringifyEntityRef(entity),
    values: {},
    absent: [],
  };
  for (const group of GROUPS) {
    for (const [id, value] of Object.entries(
      group.observe(entity, knowledge),
    )) {
      if (value === undefined) {
        facts.absent?.push(id);
      } else {
        facts.values[id] = value;
      }
    }
  }
  return facts;
}
