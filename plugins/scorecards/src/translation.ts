import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { attestationMessages } from './attestations/messages';
import { campaignMessages } from './campaigns/messages';
import { catalogFilterMessages } from './catalogFilter/messages';
import { entityCardMessages } from './entityCard/messages';
import { entityTabMessages } from './entityTab/messages';
import { fixesMessages } from './fixes/messages';
import { groupCardMessages } from './groupCard/messages';
import { homeWidgetMessages } from './homeWidget/messages';
import { levelChipMessages } from './levelChip/messages';
import { nextStepMessages } from './nextStep/messages';
import { nothingToJudgeMessages } from './nothingToJudge/messages';
import { healthMessages } from './portal/health/messages';
import { portalMessages } from './portal/messages';
import { playgroundMessages } from './portal/playground/messages';
import { versionMessages } from './portal/versions/messages';
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
    fixes: fixesMessages,
    waivers: waiverMessages,
    attestations: attestationMessages,
    campaigns: campaignMessages,
    groupCard: groupCardMessages,
    homeWidget: homeWidgetMessages,
    levelChip: levelChipMessages,
    catalogFilter: catalogFilterMessages,
    playground: playgroundMessages,
    health: healthMessages,
    versions: versionMessages,
    ...portalMessages,
  },
});
