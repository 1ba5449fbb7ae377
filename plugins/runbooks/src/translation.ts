import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { aboutLinkMessages } from './aboutLink/messages';
import { coverageMessages } from './alertCoverage/messages';
import { copyMessages } from './copy/messages';
import { coverageWordsMessages } from './coverageWords/messages';
import { draftsMessages } from './drafts/messages';
import { entityCardMessages } from './entityCard/messages';
import { entityTabMessages } from './entityTab/messages';
import { firingMessages } from './firing/messages';
import { forAlertMessages } from './forAlert/messages';
import { healthMessages } from './health/messages';
import { homeWidgetMessages } from './homeWidget/messages';
import { incidentsMessages } from './incidents/messages';
import { listTableMessages } from './listTable/messages';
import { noRunbookMessages } from './noRunbook/messages';
import { portalMessages } from './portal/messages';
import { readingMessages } from './reading/messages';
import { registryMessages } from './registry/messages';
import { runbookCardMessages } from './runbookCard/messages';
import { stagesMessages } from './stages/messages';
import { statesMessages } from './states/messages';
import { teamCardMessages } from './teamCard/messages';
import { usesMessages } from './uses/messages';

/**
 * All texts of the plugin, to be replaced or translated in the app.
 *
 * @public
 */
export const runbooksTranslationRef = createTranslationRef({
  id: 'plugin.runbooks',
  messages: {
    states: statesMessages,
    copy: copyMessages,
    coverageWords: coverageWordsMessages,
    drafts: draftsMessages,
    noRunbook: noRunbookMessages,
    stages: stagesMessages,
    health: healthMessages,
    firing: firingMessages,
    uses: usesMessages,
    aboutLink: aboutLinkMessages,
    entityCard: entityCardMessages,
    entityTab: entityTabMessages,
    runbookCard: runbookCardMessages,
    portal: portalMessages,
    reading: readingMessages,
    forAlert: forAlertMessages,
    listTable: listTableMessages,
    registry: registryMessages,
    coverage: coverageMessages,
    incidents: incidentsMessages,
    teamCard: teamCardMessages,
    homeWidget: homeWidgetMessages,
  },
});
