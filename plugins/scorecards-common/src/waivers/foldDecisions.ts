import { Decision } from '../decisions';
import { WaiverApproval, WaiverSide, WaiverState } from './types';

/** What the entries of a waiver come to. */
export interface FoldedWaiver {
  state: WaiverState;
  approvals: Record<WaiverSide, WaiverApproval | null>;
  /** The entry that ended the waiver, if one did. */
  ending?: Decision;
}

const ENDED_AS: Partial<Record<string, WaiverState>> = {
  reject: 'rejected',
  withdraw: 'withdrawn',
  revoke: 'revoked',
  renew: 'renewed',
};

/**
 * Where a waiver stands, from its entries in the log and the clock.
 *
 * @param options - when the waiver ends and what time it is, in milliseconds since the epoch
 * @public
 */
export function foldWaiverDecisions(
  entries: readonly Decision[],
  options: { expiresAt: number; now: number },
): FoldedWaiver {
  const approvals: FoldedWaiver['approvals'] = {
    'entity-owner': null,
    'scorecard-owner': null,
  };
  let ending: Decision | undefined;
  for (const entry of entries) {
    if (entry.move === 'approve' && isSide(entry.side)) {
      approvals[entry.side] ??= { by: entry.actor ?? '', at: entry.at };
    } else if (entry.move in ENDED_AS) {
      ending ??= entry;
    }
  }
  const isApproved = Object.values(approvals).every(Boolean);
  const open: WaiverState = isApproved ? 'approved' : 'requested';
  return {
    approvals,
    ending,
    state:
      (ending && ENDED_AS[ending.move]) ??
      (options.expiresAt <= options.now ? 'expired' : open),
  };
}

function isSide(side: string | null): side is WaiverSide {
  return side === 'entity-owner' || side === 'scorecard-owner';
}
