import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { SCORED_KINDS } from './kinds';

/** Where an entity stands and what to do next. */
export const entityScorecardsCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: { kind: { $in: SCORED_KINDS } },
    loader: () => import('../entityCard').then(m => <m.EntityScorecardsCard />),
  },
});
