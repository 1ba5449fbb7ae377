import { EntityIconLinkBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { useLevelIconLink } from '../levelChip/useLevelIconLink';
import { SCORED_KINDS } from './kinds';

/** The level of the entity at the head of its page, on the About card. */
export const levelIconLink = EntityIconLinkBlueprint.make({
  name: 'level',
  params: {
    useProps: useLevelIconLink,
    filter: { kind: { $in: SCORED_KINDS } },
  },
});
