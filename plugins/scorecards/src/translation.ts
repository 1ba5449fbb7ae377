import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { entityCardMessages } from './entityCard/messages';
import { entityTabMessages } from './entityTab/messages';
import { nextStepMessages } from './nextStep/messages';
import { nothingToJudgeMessages } from './nothingToJudge/messages';
import { portalMessages } from './portal/messages';
import { statesMessages } from './states/messages';
import { waiverMessages } from './waivers/messages';

/**
 * All texts of the plugin, to be replaced or translated in the app.
 *
 * @public
 */
export const scorecardsTranslationRef = createTranslationRef({
  id: 'plugin.scorecards',
  messages: {
    states: statesMessages,
    nextStep: nextStepMessages,
    nothingToJudge: nothingToJudgeMessages,
    entityCard: entityCardMessages,
    entityTab: entityTabMessages,
    waivers: waiverMessages,
    ...portalMessages,
  },
});
