import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { ciMessages } from './ci/messages';

import { entityCardMessages } from './entityCard/messages';
import { entityTabMessages } from './entityTab/messages';
import { frictionMessages } from './friction/messages';
import { healthMessages } from './health/messages';
import { homeWidgetMessages } from './homeWidget/messages';
import { measureTileMessages } from './measureTile/messages';
import { nothingKnownMessages } from './nothingKnown/messages';
import { portalMessages } from './portal/messages';
import { recordsMessages } from './records/messages';
import { statesMessages } from './states/messages';
import { teamMessages } from './team/messages';
import { teamCardMessages } from './teamCard/messages';
import { trendsMessages } from './trends/messages';
import { waitsMessages } from './waits/messages';

/**
 * All texts of the plugin, to be replaced or translated in the app.
 *
 * @public
 */
export const deliveryTranslationRef = createTranslationRef({
  id: 'plugin.delivery',
  messages: {
    states: statesMessages,
    entityCard: entityCardMessages,
    entityTab: entityTabMessages,
    measureTile: measureTileMessages,
    waits: waitsMessages,
    trends: trendsMessages,
    ci: ciMessages,
    records: recordsMessages,
    nothingKnown: nothingKnownMessages,
    friction: frictionMessages,
    portal: portalMessages,
    health: healthMessages,
    teamCard: teamCardMessages,
    team: teamMessages,
    homeWidget: homeWidgetMessages,
  },
});
