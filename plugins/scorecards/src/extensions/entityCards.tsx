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

/** Where the entities of a team and of the teams below it stand. */
export const groupScorecardsCard = EntityCardBlueprint.make({
  name: 'team',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () => import('../groupCard').then(m => <m.GroupScorecardsCard />),
  },
});
