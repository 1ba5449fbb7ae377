import { RELATION_OWNED_BY, RELATION_OWNER_OF } from '@backstage/catalog-model';
import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import {
  createScorecardSchema,
  FAIRLEAD_API_VERSION,
} from '@fairlead/backstage-plugin-scorecards-common';

const [group, version] = FAIRLEAD_API_VERSION.split('/');

/**
 * The kinds of Fairlead as one catalog model layer. The module of this package adds it; whoever puts the model together
 * by hand gives it to `provideStaticCatalogModel`.
 *
 * @public
 */
export const fairleadCatalogModelLayer = createCatalogModelLayer({
  layerId: 'fairlead.dev/kinds',
  builder: model => {
    model.addKind({
      group,
      names: {
        kind: 'Scorecard',
        singular: 'scorecard',
        plural: 'scorecards',
      },
      description:
        'Checks on a ladder of levels, by which entities of the catalog are judged.',
      versions: [
        {
          name: version,
          relationFields: [
            {
              selector: { path: 'spec.owner' },
              relation: RELATION_OWNED_BY,
              defaultKind: 'Group',
              defaultNamespace: 'inherit',
              allowedKinds: ['Group', 'User'],
            },
          ],
          schema: { jsonSchema: createScorecardSchema() },
        },
      ],
    });
    model.addRelationPair({
      fromKind: 'Scorecard',
      toKind: ['Group', 'User'],
      description: 'Who answers for the scorecard.',
      forward: { type: RELATION_OWNED_BY, title: 'owned by' },
      reverse: { type: RELATION_OWNER_OF, title: 'owner of' },
    });
  },
});
