import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { cohortsMessages } from './cohorts/messages';
import { figuresMessages } from './figures/messages';
import { forOthersMessages } from './forOthers/messages';
import { homeWidgetMessages } from './homeWidget/messages';
import { insightsMessages } from './insights/messages';
import { journeyMessages } from './journey/messages';
import { leadingMessages } from './leading/messages';
import { mutationsMessages } from './mutations/messages';
import { newHereMessages } from './newHere/messages';
import { personMessages } from './person/messages';
import { portalMessages } from './portal/messages';
import { progressMessages } from './progress/messages';
import { statesMessages } from './states/messages';
import { tasksMessages } from './tasks/messages';
import { teamMessages } from './team/messages';
import { tracksMessages } from './tracks/messages';
import { userCardMessages } from './userCard/messages';

/**
 * All texts of the plugin, to be replaced or translated in the app.
 *
 * @public
 */
export const onboardingTranslationRef = createTranslationRef({
  id: 'plugin.onboarding',
  messages: {
    states: statesMessages,
    person: personMessages,
    mutations: mutationsMessages,
    progress: progressMessages,
    tasks: tasksMessages,
    cohorts: cohortsMessages,
    figures: figuresMessages,
    journey: journeyMessages,
    forOthers: forOthersMessages,
    portal: portalMessages,
    tracks: tracksMessages,
    insights: insightsMessages,
    team: teamMessages,
    leading: leadingMessages,
    userCard: userCardMessages,
    newHere: newHereMessages,
    homeWidget: homeWidgetMessages,
  },
});
