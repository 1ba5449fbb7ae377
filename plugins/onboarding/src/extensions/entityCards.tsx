import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** What to read, run and try first, for those who are new on an entity. */
export const entityNewHereCard = EntityCardBlueprint.make({
  name: 'new-here',
  params: {
    type: 'content',
    filter: { kind: { $in: ['component', 'system'] } },
    loader: () => import('../newHere').then(m => <m.EntityNewHereCard />),
  },
});

/** One's own journey, or that of somebody whose buddy one is. */
export const userOnboardingCard = EntityCardBlueprint.make({
  name: 'user',
  params: {
    type: 'content',
    filter: { kind: 'user' },
    loader: () => import('../userCard').then(m => <m.UserOnboardingCard />),
  },
});

/** Who of a team is on a track, how long that takes, and what holds people up. */
export const groupOnboardingCard = EntityCardBlueprint.make({
  name: 'team',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () => import('../team').then(m => <m.GroupOnboardingCard />),
  },
});
