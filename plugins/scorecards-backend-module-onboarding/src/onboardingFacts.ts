import { JsonValue } from '@backstage/types';
import { OnboardingValues } from '@fairlead/backstage-plugin-onboarding-common';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';

/** One fact of what is known of a team or a track. */
export interface OnboardingFact
  extends Pick<
    FactDeclaration,
    'id' | 'type' | 'unit' | 'title' | 'description'
  > {
  /** Undefined where it is not known. */
  valueOf(values: OnboardingValues): JsonValue | undefined;
}

/** All facts that onboarding makes. */
export const ONBOARDING_FACTS: readonly OnboardingFact[] = [
  {
    id: 'onboarding.track.exists',
    type: 'boolean',
    title: 'There is an onboarding track',
    description:
      'Of a team: there is a track for those who join it. Of anything else it is not known.',
    valueOf: ({ trackExists }) => trackExists,
  },
  {
    id: 'onboarding.setup.median',
    type: 'duration',
    unit: 's',
    title: 'Setup time',
    description:
      'Median calendar time from the first task to the first green build, of five or more people who set out within a year. Those who are not there yet are counted for as long as they are at it; while fewer than half are there, none is known.',
    valueOf: ({ setupTime }) => setupTime?.value,
  },
  {
    id: 'onboarding.docs.found',
    type: 'number',
    unit: 'ratio',
    title: 'Documentation was found',
    description:
      'Votes that found what they looked for, of all votes of five or more people within 90 days: of a team on the documentation that it owns, of a track on that of its tasks.',
    valueOf: ({ docs }) => docs?.found,
  },
  {
    id: 'onboarding.stuck.share',
    type: 'number',
    unit: 'ratio',
    title: 'Tasks on which somebody was stuck',
    description:
      'Tasks of five or more people on which they asked for help, of all that they could do within 90 days.',
    valueOf: ({ stuckShare }) => stuckShare?.value,
  },
];
