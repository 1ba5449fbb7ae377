import { OriginKind } from '../origin';
import { Change } from '../records';
import { Span } from '../spans';

/** What a change's time goes into. @public */
export type WaitKind =
  | 'approval'
  | 'mergeQueue'
  | 'ci'
  | 'reviewPickup'
  | 'rework'
  | 'deployWait'
  | 'coding';

/** All kinds; where several hold at one time, the first counts. @public */
export const WAIT_KINDS: readonly WaitKind[] = [
  'approval',
  'mergeQueue',
  'ci',
  'reviewPickup',
  'rework',
  'deployWait',
  'coding',
];

/** A stretch of a change's time, in milliseconds since the epoch, and what it went into. @public */
export interface WaitEntry extends Span {
  kind: WaitKind;
}

/** What is told of a change whose time is told. @public */
export type LedgerChange = Pick<
  Change,
  'key' | 'number' | 'sha' | 'title' | 'url' | 'author'
> & {
  /** By whom it was made; a person where it is left out. */
  madeBy?: OriginKind;
};

/** The time of one change, without gaps or overlaps, in order. @public */
export interface ChangeLedger {
  change: LedgerChange;
  from: number;
  /** When it reached production, or now. */
  to: number;
  /** It has not arrived yet. */
  open: boolean;
  /** Nobody tells when work on it began: it begins with what was first seen of it, and how long it was coded is not known. */
  codingUnknown?: true;
  entries: WaitEntry[];
}
