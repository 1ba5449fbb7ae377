import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardDefinitions } from '../../definitions/ScorecardDefinitions';
import { NoticeSender } from '../../notices';
import {
  describeAsked,
  describeDecided,
  describeExpiring,
  ToldWaiver,
} from './describeNotices';

export interface WaiverNoticesOptions {
  definitions: ScorecardDefinitions;
  sender: NoticeSender;
}

/**
 * Tells people of waivers: approvers of what waits for them, who asked of what was decided, and both sides of a waiver
 * that ends soon.
 */
export class WaiverNotices {
  readonly #options: WaiverNoticesOptions;

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
      await this.#options.sender.send(
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
      await this.#options.sender.send(
        waiver.state === 'revoked'
          ? recipientsOf(waiver)
          : [waiver.requestedBy],
        payload,
        decidedBy,
      );
    }
  }

  async expiring(waiver: Waiver): Promise<void> {
    await this.#options.sender.send(
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
}

/** Who asked, and the team that the entity belongs to. */
function recipientsOf({ requestedBy, sides }: Waiver): string[] {
  const owner = sides.find(({ side }) => side === 'entity-owner')?.ownerRef;
  return owner ? [requestedBy, owner] : [requestedBy];
}
