import {
  ChangeLedger,
  LedgerChange,
  WAIT_KINDS,
} from '@fairlead/backstage-plugin-delivery-common';

/**
 * A ledger in a list: the change, from when to when (null while it is on its way), and for each of its stretches the
 * place of its kind in `WAIT_KINDS` and its start. Stretches follow on each other without gaps. A 1 behind them says that
 * nobody knows how long it was coded.
 */
type StoredLedger = [
  LedgerChange,
  number,
  number | null,
  [number, number][],
  ...1[],
];

/** What is told of a change that has arrived: nobody needs to find it any more. */
function arrivedChange(change: LedgerChange): LedgerChange {
  const { key, number, sha, madeBy } = change;
  return {
    ...(number === undefined ? { key, sha } : { key, number }),
    // `person` is the default and is not stored.
    ...(madeBy && madeBy !== 'person' && { madeBy }),
  };
}

function openChange(change: LedgerChange): LedgerChange {
  const { title, url, author } = change;
  return { ...arrivedChange(change), title, url, author };
}

/** The text that is stored of ledgers; it does not depend on when it is written. */
export function encodeLedgers(ledgers: readonly ChangeLedger[]): string {
  const stored = ledgers
    .map(
      ({ change, from, to, open, codingUnknown, entries }): StoredLedger => [
        open ? openChange(change) : arrivedChange(change),
        from,
        open ? null : to,
        entries.map(entry => [WAIT_KINDS.indexOf(entry.kind), entry.from]),
        ...(codingUnknown ? [1 as const] : []),
      ],
    )
    .sort(([a], [b]) => (a.key < b.key ? -1 : 1));
  return JSON.stringify({ l: stored });
}

/**
 * Reads what {@link encodeLedgers} wrote.
 *
 * @param now - until when those on their way have lasted, in milliseconds since the epoch
 */
export function decodeLedgers(text: string, now: number): ChangeLedger[] {
  const { l }: { l: StoredLedger[] } = JSON.parse(text);
  return l.map(([change, from, arrived, stretches, codingUnknown]) => {
    const to = arrived ?? Math.max(now, from);
    return {
      change,
      from,
      to,
      open: arrived === null,
      ...(codingUnknown && { codingUnknown: true as const }),
      entries: stretches.map(([kind, start], i) => ({
        kind: WAIT_KINDS[kind],
        from: start,
        to: stretches[i + 1]?.[1] ?? to,
      })),
    };
  });
}
