import { RELATION_OWNED_BY, RELATION_OWNER_OF } from '@backstage/catalog-model';
import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { createOnboardingTrackSchema } from '@fairlead/backstage-plugin-onboarding-common';
import { createRunbookSchema } from '@fairlead/backstage-plugin-runbooks-common';
import {
  createScorecardSchema,
  FAIRLEAD_API_VERSION,
} from '@fairlead/backstage-plugin-scorecards-common';

const [group, version] = FAIRLEAD_API_VERSION.split('/');

const OWNED_BY = {
  selector: { path: 'spec.owner' },
  relation: RELATION_OWNED_BY,
  defaultKind: 'Group',
  defaultNamespace: 'inherit' as const,
  allowedKinds: ['Group', 'User'],
};

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
          relationFields: [OWNED_BY],
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

    model.addKind({
      group,
      names: { kind: 'Runbook', singular: 'runbook', plural: 'runbooks' },
      description:
        'What to do when something fails: whom it serves, which alerts lead to it, and where its text is.',
      versions: [
        {
          name: version,
          relationFields: [
            OWNED_BY,
            {
              selector: { path: 'spec.serves.entities' },
              relation: 'runbookFor',
              defaultKind: 'Component',
              defaultNamespace: 'inherit',
            },
          ],
          schema: { jsonSchema: createRunbookSchema() },
        },
      ],
    });
    model.addRelationPair({
      fromKind: 'Runbook',
      toKind: ['Group', 'User'],
      description: 'Who answers for the runbook.',
      forward: { type: RELATION_OWNED_BY, title: 'owned by' },
      reverse: { type: RELATION_OWNER_OF, title: 'owner of' },
    });
    model.addRelationPair({
      fromKind: 'Runbook',
      toKind: ['Component', 'API', 'Resource', 'System', 'Domain'],
      description:
        'What the runbook says of itself that it is for; what fits its filter besides is known to the runbooks backend.',
      forward: { type: 'runbookFor', title: 'runbook for' },
      reverse: { type: 'hasRunbook', title: 'has runbook' },
    });

    model.addKind({
      group,
      names: {
        kind: 'OnboardingTrack',
        singular: 'onboardingtrack',
        plural: 'onboardingtracks',
      },
      description:
        'Milestones and tasks for those who are new, go on call or hand over, and how each task is verified.',
      versions: [
        {
          name: version,
          relationFields: [
            OWNED_BY,
            {
              selector: { path: 'spec.includes' },
              relation: 'includesTrack',
              defaultKind: 'OnboardingTrack',
              defaultNamespace: 'inherit',
              allowedKinds: ['OnboardingTrack'],
            },
          ],
          schema: { jsonSchema: createOnboardingTrackSchema() },
        },
      ],
    });
    model.addRelationPair({
      fromKind: 'OnboardingTrack',
      toKind: ['Group', 'User'],
      description: 'Who answers for the track.',
      forward: { type: RELATION_OWNED_BY, title: 'owned by' },
      reverse: { type: RELATION_OWNER_OF, title: 'owner of' },
    });
    model.addRelationPair({
      fromKind: 'OnboardingTrack',
      toKind: 'OnboardingTrack',
      description: 'Whose milestones come first.',
      forward: { type: 'includesTrack', title: 'includes' },
      reverse: { type: 'trackIncludedIn', title: 'included in' },
    });
  },
});
