import {
  ChangeLedger,
  ledgersOfOrigin,
  localDay,
} from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import { decodeLedgers } from '../../measuring/ledgerDay';
import { MeasureHeads } from '../../measuring/MeasuredDays';
import { OPEN_DAY } from '../../measuring/storedMeasures';
import { headOf } from '../summaries/headOf';
import { isWithin } from '../summaries/isWithin';
import { SummariseOptions } from '../summaries/summarise';
import { Organisation } from './readOrganisation';
import { readRows } from './readRows';

/** Collects the ledgers of the whole organisation and of each team. */
export async function collectOrganisationWaits(
  db: Knex,
  input: {
    organisation: Organisation;
    heads: ReadonlyMap<string, MeasureHeads>;
    options: SummariseOptions;
  },
) {
  const { organisation, heads, options } = input;
  const { window, calendar, now } = options;
  const whole = new Map<string, ChangeLedger>();
  const parts = new Map<string, Map<string, ChangeLedger>>();
  for await (const { entityRef, samples } of readRows(db, {
    measure: 'waits',
    entityRefs: organisation.entityRefs,
    from: localDay(window.from, calendar.zone),
    // Includes the row after all days: changes that arrived later or are still open may have waited in the window.
    to: OPEN_DAY,
  })) {
    const owners = organisation.owners.get(entityRef) ?? [];
    const ledgers = decodeLedgers(samples, Date.parse(now));
    for (const ledger of ledgersOfOrigin(ledgers, 'counted')) {
      whole.set(ledger.change.key, ledger);
      for (const { teamRef, span } of owners) {
        if (isWithin([span], ledger.to)) {
          const own = parts.get(teamRef) ?? new Map<string, ChangeLedger>();
          parts.set(teamRef, own.set(ledger.change.key, ledger));
        }
      }
    }
  }
  return {
    whole: [...whole.values()],
    parts: new Map(
      [...parts].map(([ref, ledgers]) => [ref, [...ledgers.values()]]),
    ),
    since: headOf('waits', [...heads.values()]).since,
  };
}
