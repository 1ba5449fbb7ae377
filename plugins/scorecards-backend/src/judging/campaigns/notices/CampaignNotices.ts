import { Campaign } from '@fairlead/backstage-plugin-scorecards-common';
import { NoticeSender } from '../../notices';
import { MovedCampaign } from '../CampaignService';
import { Standing } from '../progress/standing';
import {
  describeEnded,
  describePaused,
  describeToTeam,
  describeWaiting,
} from './describeNotices';

/** Tells people of campaigns: teams of what is due, owners of what waits, pauses and ends. */
export class CampaignNotices {
  readonly #sender: NoticeSender;

  static create(options: { sender: NoticeSender }): CampaignNotices {
    return new CampaignNotices(options);
  }

  private constructor(options: { sender: NoticeSender }) {
    this.#sender = options.sender;
  }

  async due(
    campaign: Campaign,
    teamRef: string,
    standing: Standing,
  ): Promise<void> {
    const payload = describeToTeam(campaign, teamRef, standing);
    if (payload) {
      await this.#sender.send([teamRef], payload);
    }
  }

  /** Tells what came of a move to those that it concerns, and not to who made it. */
  async moved({ campaign, paused }: MovedCampaign, by: string): Promise<void> {
    for (const other of paused) {
      await this.#sender.send(
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
    await this.#sender.send(
      [campaign.ownerRef],
      describeWaiting(campaign, teams),
    );
  }

  async ended(campaign: Campaign, by?: string): Promise<void> {
    await this.#sender.send([campaign.ownerRef], describeEnded(campaign), by);
  }
}
