import { Calendar, TimeWindow, workingMillis } from '../calendar';
import { percentile } from '../measures';
import { millis } from '../records/instant';
import { clip, Span } from '../spans';
import { ChangeLedger, WAIT_KINDS, WaitKind } from './types';

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

/** What one kind of wait takes. Durations in milliseconds. @public */
export interface WaitShare {
  kind: WaitKind;
  /** Of the time of all changes that arrived in the window, from 0 to 1. */
  share: number;
  total: number;
  /** For each change, none included. */
  p50: number;
  p90: number;
  /** How many changes spent time on it. */
  n: number;
  /** The change that waits longest of those that wait for it now. */
  oldest?: StuckItem;
}

/** The largest wait, to be told in one sentence. @public */
export interface WaitSentence {
  kind: WaitKind;
  share: number;
  /** The median time of a change from start to arrival. */
  duration: number;
  n: number;
  oldest?: StuckItem;
}

/** Where the time of changes went. @public */
export interface WaitSummary {
  state: 'ok' | 'insufficient-data';
  reason?: 'no-changes' | 'none-in-window';
  /** How many changes arrived in the window. */
  n: number;
  /** One for each kind of wait, in the order of {@link WAIT_KINDS}; the shares add up to 1. */
  waits: WaitShare[];
  /** The time spent coding over all time, from 0 to 1. */
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

function timeOn(kind: WaitKind, ledger: ChangeLedger, measured: Measured) {
  return sum(ledger.entries.filter(e => e.kind === kind).map(measured));
}

function oldestOn(
  kind: WaitKind,
  open: ChangeLedger[],
  measured: Measured,
): StuckItem | undefined {
  const stuck = open
    .map(({ change, entries }) => ({ change, current: entries.at(-1) }))
    .filter(({ current }) => current?.kind === kind)
    .map(({ change, current }) => ({ change, current: current as Span }))
    .sort(
      (a, b) =>
        a.current.from - b.current.from ||
        (a.change.key < b.change.key ? -1 : 1),
    )[0];
  if (!stuck) {
    return undefined;
  }
  const { change, current } = stuck;
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
  ledgers: ChangeLedger[],
  options: WaitOptions,
  measured: Measured,
): number {
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
  const lost = ledgers
    .flatMap(({ entries }) => entries.filter(({ kind }) => kind !== 'coding'))
    .map(entry => clip(entry, known))
    .filter(span => span !== undefined);
  return sum(lost.map(measured)) / Math.max(1, (known.to - known.from) / WEEK);
}

/**
 * Sums the ledgers of many changes: shares and percentiles from those that arrived in the window, the oldest stuck item
 * from those on their way, the time lost from all.
 *
 * @public
 */
export function summariseWaits(
  ledgers: readonly ChangeLedger[],
  options: WaitOptions,
): WaitSummary {
  const measured = clockOf(options);
  const [from, to] = [millis(options.window.from), millis(options.window.to)];
  const arrived = ledgers.filter(l => !l.open && l.to >= from && l.to < to);
  const open = ledgers.filter(l => l.open);
  const lives = arrived
    .map(({ entries }) => sum(entries.map(measured)))
    .sort((a, b) => a - b);
  const all = sum(lives);
  const waits = WAIT_KINDS.map((kind): WaitShare => {
    const times = arrived
      .map(ledger => timeOn(kind, ledger, measured))
      .sort((a, b) => a - b);
    const total = sum(times);
    return {
      kind,
      share: all === 0 ? 0 : total / all,
      total,
      p50: percentile(times, 0.5) ?? 0,
      p90: percentile(times, 0.9) ?? 0,
      n: times.filter(time => time > 0).length,
      oldest: oldestOn(kind, open, measured),
    };
  });
  if (arrived.length === 0 || all === 0) {
    const reason = ledgers.length === 0 ? 'no-changes' : 'none-in-window';
    return { state: 'insufficient-data', reason, n: 0, waits: [] };
  }
  const largest = waits
    .filter(({ kind, total }) => kind !== 'coding' && total > 0)
    .reduce<WaitShare | undefined>(
      (most, wait) => (most && most.total >= wait.total ? most : wait),
      undefined,
    );
  return {
    state: 'ok',
    n: arrived.length,
    waits,
    flowEfficiency: waits.find(({ kind }) => kind === 'coding')?.share,
    lostPerWeek: lostPerWeek([...ledgers], options, measured),
    sentence: largest && {
      kind: largest.kind,
      share: largest.share,
      duration: percentile(lives, 0.5) ?? 0,
      n: arrived.length,
      oldest: largest.oldest,
    },
  };
}
