import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { SERVED_KINDS } from './kinds';

/** What fires on an entity now, and whether its runbooks would hold tonight. */
export const entityRunbooksCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: { kind: { $in: SERVED_KINDS } },
    loader: () => import('../entityCard').then(m => <m.EntityRunbooksCard />),
  },
});

/** What a runbook serves, its health, and the way to its text. */
export const runbookCard = EntityCardBlueprint.make({
  name: 'runbook',
  params: {
    type: 'content',
    filter: { kind: 'runbook' },
    loader: () => import('../runbookCard').then(m => <m.RunbookCard />),
  },
});

/** What would fail a team tonight. */
export const groupRunbooksCard = EntityCardBlueprint.make({
  name: 'team',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () => import('../teamCard').then(m => <m.GroupRunbooksCard />),
  },
});
