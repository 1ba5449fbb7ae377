import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';
import { pages } from '../pages';
import { LostLevel } from './LostLevel';

/** People may mute what has this topic, and nothing else of scorecards with it. */
const TOPIC = 'levels';

/** So many are told by name. */
const NAMED = 5;

/** What is told of one entity that fell. Told again, it takes the place of the first. */
export function describeLostLevel(
  lost: LostLevel,
  scorecard: string,
): NotificationPayload {
  const { entityRef, from, name, reason, scorecardRef } = lost;
  return {
    title: isolated`${name} lost level ${from} of “${scorecard}”, ${levelNow(
      lost,
    )}`,
    description: reason,
    link: pages.entityScorecards(entityRef),
    severity: 'high',
    topic: TOPIC,
    scope: `levels:${scorecardRef}:${entityRef}`,
  };
}

/** What is told of several entities of one team that fell together, for example because their scorecard changed. */
export function describeLostLevels(
  ownerRef: string,
  losses: readonly LostLevel[],
  scorecard: string,
): NotificationPayload {
  const [{ scorecardRef }] = losses;
  const isOne = losses.length === 1;
  const what = isOne
    ? isolated`${losses[0].name} lost a level`
    : isolated`${losses.length} entities of ${
        parseEntityRef(ownerRef).name
      } lost a level`;
  const isByDefinition = losses.every(({ cause }) => cause === 'definition');
  return {
    title: isByDefinition
      ? isolated`${what}: “${scorecard}” asks for something else now`
      : isolated`${what} of “${scorecard}”`,
    description: [
      ...losses
        .slice(0, NAMED)
        .map(
          lost => isolated`${lost.name}: had ${lost.from}, ${levelNow(lost)}`,
        ),
      ...(losses.length > NAMED
        ? [isolated`and ${losses.length - NAMED} more`]
        : []),
    ].join('\n'),
    link: pages.matrix(scorecardRef, { owner: ownerRef }),
    severity: isByDefinition ? 'normal' : 'high',
    topic: TOPIC,
    scope: `levels:${scorecardRef}:${ownerRef}`,
  };
}

function levelNow({ to }: LostLevel): string {
  return to === null ? 'now no level' : isolated`now ${to}`;
}
