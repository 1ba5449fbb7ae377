import {
  createFrontendFeatureLoader,
  FrontendFeature,
} from '@backstage/frontend-plugin-api';

/** In the order in which their tabs and cards show where the configuration says nothing of them. */
const FAMILIES: Record<string, () => Promise<{ default: FrontendFeature }>> = {
  scorecards: () => import('@fairlead/backstage-plugin-scorecards'),
  delivery: () => import('@fairlead/backstage-plugin-delivery'),
  runbooks: () => import('@fairlead/backstage-plugin-runbooks'),
  onboarding: () => import('@fairlead/backstage-plugin-onboarding'),
};

/**
 * The screens of the families that `fairlead.families` names, of all when it names none. Names that are none are the
 * backend's to refuse.
 *
 * @public
 */
export const fairleadFeatures = createFrontendFeatureLoader({
  loader({ config }) {
    const wanted = config.getOptionalStringArray('fairlead.families');
    return Object.entries(FAMILIES)
      .filter(([family]) => !wanted || wanted.includes(family))
      .map(([, load]) => load());
  },
});
