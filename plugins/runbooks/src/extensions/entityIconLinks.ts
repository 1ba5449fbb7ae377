import { EntityIconLinkBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { useRunbookIconLink } from '../aboutLink';
import { SERVED_KINDS } from './kinds';

/** On the About card, the way to the runbook of what fires, else to the first one. */
export const runbookIconLink = EntityIconLinkBlueprint.make({
  name: 'runbook',
  params: {
    useProps: useRunbookIconLink,
    filter: { kind: { $in: SERVED_KINDS } },
  },
});
