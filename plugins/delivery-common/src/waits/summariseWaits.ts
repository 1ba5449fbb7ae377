import { Calendar, TimeWindow, workingMillis } from '../calendar';
import { compareText } from '../history/order';
import { FEWEST, percentile } from '../measures';
import { millis } from '../records/instant';
import { clip, Span } from '../spans';
import { ChangeLedger, WAIT_KINDS, WaitEntry, WaitKind } from './types';

const WEEK = 7 * 24 * 3_600_000;

/** A change that waits at this moment. @public */
export interface StuckItem {
  recordKey: string;
  /** The number of the pull or merge request, or else the start of the commit. */
  name: string;
  title?: string;
  url?: string;
  /** Since when it waits. */
  since: string;
  /** For how long, in milliseconds. */
  age: number;
}

/** Why something is not told of waits, each in a sentence. @public */
export const WAIT_REASONS = {
  'no-changes': 'No change was seen. Send pull or merge requests, or pushes.',
  'none-in-window': 'No change arrived in the chosen window.',
  'coding-unknown':
    'Of no change that arrived it is known when work on it began: no source tells its commits as they were before it was opened. A pull from the source brings them.',
} as const;

/** A key of {@link WAIT_REASONS}. @public */
export type WaitReason = keyof typeof WAIT_REASONS;

/** What one kind of wait takes. Durations in milliseconds. @public */
export interface WaitShare {
  kind: WaitKind;
  /**
   * Of the time of all changes that arrived in the window, from 0 to 1. That of coding is told of those changes alone of
   * which it is known when work began. Absent where it is not known.
   */
  share?: number;
  /** Why there is no share. */
  reason?: WaitReason;
  total: number;
  /** For each change, none included; absent where there is no share. */
  p50?: number;
  p90?: number;
  /** How many changes spent time on it. */
  n: number;
  /** Of how many changes the share is told. */
  of: number;
  /** They are so few that a percentage says too much: tell `n` of `of`. */
  few?: true;
  /** How many changes wait for it now. */
  open: number;
  /** The change that waits longest of those that wait for it now. */
  oldest?: StuckItem;
}

/**
 * The largest wait, to be told in one sentence. Where no time of a change that arrived was waited, it has no share and
 * tells of what waits longest now.
 *
 * @public
 */
export interface WaitSentence {
  kind: WaitKind;
  share?: number;
  /** The median time of a change from start to arrival; absent without a share. */
  duration?: number;
  /** How many changes arrived. */
  n: number;
  /** They are so few that a percentage says too much. */
  few?: true;
  /** How many changes wait now, for whatever but their coding. */
  open: number;
  oldest?: StuckItem;
}

/** Where the time of changes went. @public */
export interface WaitSummary {
  state: 'ok' | 'insufficient-data';
  reason?: Exclude<WaitReason, 'coding-unknown'>;
  /** How many changes arrived in the window. */
  n: number;
  /** Of how many of these it is not known how long they were coded. */
  codingUnknown: number;
  /** How many changes are on their way now, whether or not any arrived. */
  open: number;
  /** So few arrived that a percentage says too much. */
  few?: true;
  /**
   * One for each kind of wait, in the order of {@link WAIT_KINDS}; none if no change was seen. The shares add up to 1
   * where coding is known of all changes.
   */
  waits: WaitShare[];
  /** The time spent coding over all time, from 0 to 1: the share of coding, and absent for the same reason. */
  flowEfficiency?: number;
  /** The time of all changes that went into anything but coding, for each week of the window. */
  lostPerWeek?: number;
  sentence?: WaitSentence;
}

/** Over which window and by which clock waits are told. @public */
export interface WaitOptions {
  window: TimeWindow;
  calendar: Calendar;
  now: string;
  /** Count every hour, or only those of working days. */
  clock?: 'wall' | 'working-days';
  /** The fewest changes of which a percentage is told, see {@link FEWEST}. */
  fewest?: number;
  /** Since when changes were seen, where not all ledgers are passed; by default since the first of them began. */
  observedSince?: string;
}

type Measured = (span: Span) => number;

function clockOf({ clock = 'wall', calendar }: WaitOptions): Measured {
  const iso = (time: number) => new Date(time).toISOString();
  return clock === 'wall'
    ? ({ from, to }) => to - from
    : ({ from, to }) =>
        workingMillis({ from: iso(from), to: iso(to) }, calendar);
}

const sum = (values: number[]) => values.reduce((total, v) => total + v, 0);

/** A change on its way, and what it waits for. */
interface Waiting {
  change: ChangeLedger['change'];
  current: WaitEntry;
}

function timeOn(kind: WaitKind, ledger: ChangeLedger, measured: Measured) {
  return sum(ledger.entries.filter(e => e.kind === kind).map(measured));
}

/** What waits for each kind now, the longest wait first. */
function waitingNow(open: ChangeLedger[]): Map<WaitKind, Waiting[]> {
  const waiting = open
    .flatMap(({ change, entries }) => {
      const current = entries.at(-1);
      return current ? [{ change, current }] : [];
    })
    .sort(
      (a, b) =>
        a.current.from - b.current.from ||
        (a.change.key < b.change.key ? -1 : 1),
    );
  return new Map(
    WAIT_KINDS.map(kind => [
      kind,
      waiting.filter(({ current }) => current.kind === kind),
    ]),
  );
}

function toStuckItem(
  { change, current }: Waiting,
  measured: Measured,
): StuckItem {
  return {
    recordKey: change.key,
    name:
      change.number === undefined
        ? (change.sha ?? '').slice(0, 8)
        : `#${change.number}`,
    title: change.title,
    url: change.url,
    since: new Date(current.from).toISOString(),
    age: measured(current),
  };
}

function lostPerWeek(
  ledgers: readonly ChangeLedger[],
  options: WaitOptions,
  measured: Measured,
): number | undefined {
  const started = ledgers.reduce(
    (first, { from }) => Math.min(first, from),
    options.observedSince === undefined
      ? Infinity
      : millis(options.observedSince),
  );
  const known = {
    from: Math.max(started, millis(options.window.from)),
    to: Math.min(millis(options.now), millis(options.window.to)),
  };
  if (known.from >= known.to) {
    return undefined;
  }
  const lost = ledgers
    .flatMap(({ entries }) => entries.filter(({ kind }) => kind !== 'coding'))
    .map(entry => clip(entry, known))
    .filter(span => span !== undefined);
  const weeks = Math.max(WEEK, known.to - known.from);
  return Math.round((sum(lost.map(measured)) * WEEK) / weeks);
}

type Told = Pick<
  WaitShare,
  'share' | 'reason' | 'total' | 'p50' | 'p90' | 'n' | 'of' | 'few'
>;

/** What one kind takes of all the time of changes that arrived. */
function shareOf(
  kind: WaitKind,
  { arrived, all }: { arrived: readonly ChangeLedger[]; all: number },
  { measured, fewest }: { measured: Measured; fewest: number },
): Told {
  const times = arrived
    .map(ledger => timeOn(kind, ledger, measured))
    .sort((a, b) => a - b);
  const [total, of] = [sum(times), arrived.length];
  return {
    total,
    n: times.filter(time => time > 0).length,
    of,
    ...(all > 0 && {
      share: total / all,
      p50: percentile(times, 0.5),
      p90: percentile(times, 0.9),
      ...(of < fewest && { few: true }),
    }),
  };
}

function sentenceOf(
  waits: readonly WaitShare[],
  { n, few, duration }: Pick<WaitSentence, 'n' | 'few' | 'duration'>,
): WaitSentence | undefined {
  const own = waits.filter(({ kind }) => kind !== 'coding');
  const open = sum(own.map(wait => wait.open));
  const largest = own
    .filter(({ share = 0 }) => share > 0)
    .reduce<WaitShare | undefined>(
      (most, wait) => (most && most.total >= wait.total ? most : wait),
      undefined,
    );
  if (largest) {
    const { kind, share, oldest } = largest;
    return { kind, share, duration, n, ...(few && { few }), open, oldest };
  }
  const [longest] = own
    .flatMap(({ kind, oldest }) => (oldest ? [{ kind, oldest }] : []))
    .sort((a, b) => compareText(a.oldest.since, b.oldest.since));
  return longest && { ...longest, n, open };
}

/**
 * Sums the ledgers of many changes: shares and percentiles from those that arrived in the window, what waits now from
 * those on their way, the time lost from all.
 *
 * @public
 */
export function summariseWaits(
  ledgers: readonly ChangeLedger[],
  options: WaitOptions,
): WaitSummary {
  const { fewest = FEWEST } = options;
  const measured = clockOf(options);
  const [from, to] = [millis(options.window.from), millis(options.window.to)];
  const arrived = ledgers
    .filter(l => !l.open && l.to >= from && l.to < to)
    .map(ledger => ({ ledger, life: sum(ledger.entries.map(measured)) }));
  const coded = arrived.filter(({ ledger }) => !ledger.codingUnknown);
  const open = ledgers.filter(l => l.open);
  const n = arrived.length;
  const counts = { n, codingUnknown: n - coded.length, open: open.length };
  if (ledgers.length === 0) {
    const reason = 'no-changes';
    return { state: 'insufficient-data', reason, ...counts, waits: [] };
  }
  const timesOf = (own: typeof arrived) => ({
    arrived: own.map(({ ledger }) => ledger),
    all: sum(own.map(({ life }) => life)),
  });
  const [whole, known] = [timesOf(arrived), timesOf(coded)];
  const isKnown = whole.all > 0;
  const now = waitingNow(open);
  const waits = WAIT_KINDS.map((kind): WaitShare => {
    const own = kind === 'coding' ? known : whole;
    const told = shareOf(kind, own, { measured, fewest });
    const waiting = now.get(kind) ?? [];
    return {
      kind,
      ...told,
      ...(told.share === undefined && {
        reason: isKnown ? 'coding-unknown' : 'none-in-window',
      }),
      open: waiting.length,
      oldest: waiting[0] && toStuckItem(waiting[0], measured),
    };
  });
  const lives = arrived.map(({ life }) => life).sort((a, b) => a - b);
  const few = isKnown && n < fewest ? (true as const) : undefined;
  const duration = isKnown ? percentile(lives, 0.5) : undefined;
  return {
    ...(isKnown
      ? { state: 'ok' }
      : { state: 'insufficient-data', reason: 'none-in-window' }),
    ...counts,
    ...(few && { few }),
    waits,
    flowEfficiency: waits.find(({ kind }) => kind === 'coding')?.share,
    lostPerWeek: lostPerWeek(ledgers, options, measured),
    sentence: sentenceOf(waits, { n, few, duration }),
  };
}
