import {
  collectMeasure,
  DeliveryRecord,
  HistoryOptions,
  ledgersOfOrigin,
  MeasureId,
  readHistory,
  waitLedger,
} from '@fairlead/backstage-plugin-delivery-common';
import { deliveriesOf, MeasuredDelivery } from './deliveriesOf';
import { encodeLedgers } from './ledgerDay';
import { MeasuredDays } from './MeasuredDays';
import {
  FLOW_MEASURES,
  LEAD_TIME_STARTS,
  OPEN_DAY,
  storedLeadTime,
} from './storedMeasures';

const PLAIN = FLOW_MEASURES.filter(
  (measure): measure is MeasureId =>
    measure !== 'waits' && !measure.startsWith('leadTime'),
);

/**
 * Measures how work flows, over all records of an entity.
 *
 * @param options - `now` decides which deployments are old enough to be judged
 * @returns with `dueAt`, the time at which the next of them will be, in milliseconds since the epoch
 */
export function measureFlow(
  records: readonly DeliveryRecord[],
  options: HistoryOptions,
  localDay: (instant: string) => string,
): { days: MeasuredDays; deliveries: MeasuredDelivery[]; dueAt?: number } {
  const history = readHistory(records, options);
  const days = new MeasuredDays({ localDay });
  for (const id of PLAIN) {
    days.add(id, collectMeasure(id, history));
  }
  for (const leadTimeStart of LEAD_TIME_STARTS) {
    const chosen = {
      ...history,
      options: { ...history.options, leadTimeStart },
    };
    days.add(storedLeadTime(leadTimeStart), collectMeasure('leadTime', chosen));
  }
  const ledgers = waitLedger(history);
  days.addBy('waits', ledgers, {
    dayOf: ({ open, to }) =>
      open ? OPEN_DAY : localDay(new Date(to).toISOString()),
    encode: encodeLedgers,
  });
  for (const { open, change } of ledgers) {
    if (open && change.author !== undefined) {
      days.openAuthors.add(change.author);
    }
  }
  const begun = ledgersOfOrigin(ledgers, 'counted').reduce(
    (first, l) => Math.min(first, l.from),
    Infinity,
  );
  days.heads.waits = Number.isFinite(begun)
    ? { since: new Date(begun).toISOString() }
    : { missing: 'no-changes' };

  const now = Date.parse(options.now);
  const ripe = [...history.releases.values()]
    .flat()
    .map(({ finishedAt }) => Date.parse(finishedAt) + options.maturity + 1)
    .filter(at => at > now);
  return {
    days,
    deliveries: deliveriesOf(history),
    dueAt: ripe.length > 0 ? Math.min(...ripe) : undefined,
  };
}
