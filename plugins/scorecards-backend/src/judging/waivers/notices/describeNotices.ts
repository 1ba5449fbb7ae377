import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';
import {
  Waiver,
  WaiverSide,
} from '@fairlead/backstage-plugin-scorecards-common';

const PAGE = '/scorecards/waivers';

/** People may mute what has this topic, and nothing else of scorecards with it. */
const TOPIC = 'waivers';

/** A waiver as it is told of, with the title of its check. */
export interface ToldWaiver {
  waiver: Waiver;
  checkTitle: string;
}

/**
 * What is told to those who own a side, of waivers that were asked for in one request. Those who own the scorecard may
 * not be allowed to see each entity, so theirs names none.
 */
export function describeAsked(
  told: readonly ToldWaiver[],
  side: WaiverSide,
): NotificationPayload {
  const [{ waiver, checkTitle }] = told;
  const isOne = told.length === 1;
  const names = isOne && side === 'entity-owner';
  const what = isOne
    ? isolated`A waiver from “${checkTitle}”`
    : isolated`${told.length} waivers from “${checkTitle}”`;
  return {
    title: names
      ? isolated`A waiver of ${nameOf(
          waiver,
        )} from “${checkTitle}” waits for your decision`
      : isolated`${what} ${isOne ? 'waits' : 'wait'} for your decision`,
    ...(names && { description: waiver.reason }),
    link: `${PAGE}?waitingFor=me`,
    severity: 'normal',
    topic: TOPIC,
    // Told again, it takes the place of the first.
    scope: `waivers:asked:${waiver.requestId ?? waiver.id}:${side}`,
  };
}

/** What is told to who asked, once somebody has decided; undefined while a side is still missing. */
export function describeDecided({
  waiver,
  checkTitle,
}: ToldWaiver): NotificationPayload | undefined {
  const what = isolated`The waiver of ${nameOf(waiver)} from “${checkTitle}”`;
  const about = aboutWaiver(waiver);
  switch (waiver.state) {
    case 'approved':
      return {
        ...about,
        title: isolated`${what} is in force until ${dayOf(waiver)}`,
      };
    case 'rejected':
      return {
        ...about,
        title: isolated`${what} was rejected`,
        description: waiver.rejectedBy?.reason,
      };
    case 'revoked':
      return {
        ...about,
        title: isolated`${what} was revoked; the check counts again`,
        description: waiver.revokedBy?.reason,
      };
    default:
      return undefined;
  }
}

/** What is told some time before a waiver ends. */
export function describeExpiring({
  waiver,
  checkTitle,
}: ToldWaiver): NotificationPayload {
  return {
    ...aboutWaiver(waiver),
    title: isolated`The waiver of ${nameOf(
      waiver,
    )} from “${checkTitle}” ends on ${dayOf(waiver)}`,
    description:
      'Mend what the check asks for, or renew the waiver: that is a new request, which both sides decide.',
  };
}

function aboutWaiver({ id, entityRef, scorecardRef, checkId }: Waiver) {
  const filters = new URLSearchParams({
    scorecard: scorecardRef,
    check: checkId,
    entity: entityRef,
  });
  return {
    link: `${PAGE}?${filters}`,
    severity: 'normal' as const,
    topic: TOPIC,
    scope: `waivers:${id}`,
  };
}

function nameOf({ entityRef }: Waiver): string {
  return parseEntityRef(entityRef).name;
}

function dayOf({ expiresAt }: Waiver): string {
  return expiresAt.slice(0, 10);
}
