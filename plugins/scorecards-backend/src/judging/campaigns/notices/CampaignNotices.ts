import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Campaign } from '@fairlead/backstage-plugin-scorecards-common';
import { MovedCampaign } from '../CampaignService';
import { Standing } from '../progress/standing';
import {
  describeEnded,
  describePaused,
  describeToTeam,
  describeWaiting,
} from './describeNotices';

export interface CampaignNoticesOptions {
  /** Off, nobody is told anything; the pages of campaigns show it all. */
  isEnabled: boolean;
  logger: LoggerService;
  notifications: NotificationService;
}

/**
 * Tells people of campaigns: teams of what is due, owners of what waits, pauses and ends. Where nobody takes
 * notifications, that is logged once and everything goes on.
 */
export class CampaignNotices {
  readonly #options: CampaignNoticesOptions;
  #hasFailed = false;

  static create(options: CampaignNoticesOptions): CampaignNotices {
    return new CampaignNotices(options);
  }

  private constructor(options: CampaignNoticesOptions) {
    this.#options = options;
  }

  async due(
    campaign: Campaign,
    teamRef: string,
    standing: Standing,
  ): Promise<void> {
    const payload = describeToTeam(campaign, teamRef, standing);
    if (payload) {
      await this.#send([teamRef], payload);
    }
  }

  /** Tells what came of a move to those that it concerns, and not to who made it. */
  async moved({ campaign, paused }: MovedCampaign, by: string): Promise<void> {
    for (const other of paused) {
      await this.#send(
        [other.teamRef, other.campaign.ownerRef],
        describePaused(other.campaign, other.teamRef, other.reason),
        by,
      );
    }
    if (campaign.state === 'ended' && campaign.startedAt !== undefined) {
      await this.ended(campaign, by);
    }
  }

  async waiting(campaign: Campaign, teams: number): Promise<void> {
    await this.#send([campaign.ownerRef], describeWaiting(campaign, teams));
  }

  async ended(campaign: Campaign, by?: string): Promise<void> {
    await this.#send([campaign.ownerRef], describeEnded(campaign), by);
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
          "Nobody is told which campaigns are due; install the notifications backend, or set 'scorecards.notifications.enabled' to false",
          toError(error),
        );
      }
      this.#hasFailed = true;
    }
  }
}
