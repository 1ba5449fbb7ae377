import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createEntity, createScorecard, inPages } from './createWorkload';

/** A catalog that makes its entities as they are asked for, so that it holds none of them. */
export function createWorkloadCatalog(options: {
  checks: number;
  entities: number;
}) {
  const scorecards: Entity[] = [];
  return {
    addScorecard() {
      scorecards.push(createScorecard(options.checks));
    },

    service: Object.assign(catalogServiceMock(), {
      async *streamEntities({ pageSize = 500 }: { pageSize?: number } = {}) {
        for (const page of inPages(options.entities, pageSize)) {
          yield page.map(createEntity);
        }
        yield scorecards;
      },
      async getEntitiesByRefs({ entityRefs }: { entityRefs: string[] }) {
        return {
          items: entityRefs.map(ref =>
            scorecards.find(one => stringifyEntityRef(one) === ref),
          ),
        };
      },
    }),
  };
}
