import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { portalMessages } from './portal/messages';
import { statesMessages } from './states/messages';

/**
 * All texts of the plugin, to be replaced or translated in the app.
 *
 * @public
 */
export const scorecardsTranslationRef = createTranslationRef({
  id: 'plugin.scorecards',
  messages: {
    states: statesMessages,
    ...portalMessages,
  },
});
