import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardDefinitions } from '../../definitions/ScorecardDefinitions';
import {
  describeAsked,
  describeDecided,
  describeExpiring,
  ToldWaiver,
} from './describeNotices';

export interface WaiverNoticesOptions {
  definitions: ScorecardDefinitions;
  /** Off, nobody is told anything; the list of waivers shows it all. */
  isEnabled: boolean;
  logger: LoggerService;
  notifications: NotificationService;
}

/**
 * Tells people of waivers: approvers of what waits for them, who asked of what was decided, and both sides of a waiver
 * that ends soon. Where nobody takes notifications, that is logged once and everything goes on.
 */
export class WaiverNotices {
  readonly #options: WaiverNoticesOptions;
  #hasFailed = false;

  static create(options: WaiverNoticesOptions): WaiverNotices {
    return new WaiverNotices(options);
  }

  private constructor(options: WaiverNoticesOptions) {
    this.#options = options;
  }

  /** Tells the owners of the sides that are missing, all of one request in one notification for each of them. */
  async asked(waivers: readonly Waiver[]): Promise<void> {
    const groups = new Map<string, Waiver[]>();
    for (const waiver of waivers) {
      for (const { side, ownerRef, approval } of waiver.sides) {
        if (approval === null && ownerRef !== null) {
          const key = `${side} ${ownerRef}`;
          groups.set(key, [...(groups.get(key) ?? []), waiver]);
        }
      }
    }
    for (const [key, group] of groups) {
      const [side, ownerRef] = key.split(' ');
      const told = await Promise.all(group.map(waiver => this.#told(waiver)));
      await this.#send(
        [ownerRef],
        describeAsked(told, side as 'entity-owner' | 'scorecard-owner'),
        group[0].requestedBy,
      );
    }
  }

  /** Tells who asked, and of a revocation the team of the entity as well, since its level may be lost. */
  async decided(waiver: Waiver, decidedBy: string): Promise<void> {
    const payload = describeDecided(await this.#told(waiver));
    if (payload) {
      await this.#send(
        waiver.state === 'revoked'
          ? recipientsOf(waiver)
          : [waiver.requestedBy],
        payload,
        decidedBy,
      );
    }
  }

  async expiring(waiver: Waiver): Promise<void> {
    await this.#send(
      recipientsOf(waiver),
      describeExpiring(await this.#told(waiver)),
    );
  }

  async #told(waiver: Waiver): Promise<ToldWaiver> {
    const scorecard = await this.#options.definitions.get(waiver.scorecardRef);
    const check = scorecard?.definition.spec.checks.find(
      ({ id }) => id === waiver.checkId,
    );
    return { waiver, checkTitle: check?.title ?? waiver.checkId };
  }

  async #send(
    entityRef: string[],
    payload: NotificationPayload,
    excludeEntityRef?: string,
  ): Promise<void> {
    const { isEnabled, logger, notifications } = this.#options;
    if (!isEnabled) {
      return;
    }
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef, excludeEntityRef },
        payload,
      });
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) {
        logger.warn(
          "Nobody is told which waivers wait for them; install the notifications backend, or set 'scorecards.notifications.enabled' to false",
          toError(error),
        );
      }
      this.#hasFailed = true;
    }
  }
}

/** Who asked, and the team that the entity belongs to. */
function recipientsOf({ requestedBy, sides }: Waiver): string[] {
  const owner = sides.find(({ side }) => side === 'entity-owner')?.ownerRef;
  return owner ? [requestedBy, owner] : [requestedBy];
}
