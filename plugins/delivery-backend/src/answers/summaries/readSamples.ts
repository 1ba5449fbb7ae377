import {
  ChangeLedger,
  Collected,
  JobTrial,
  LeadTimeStart,
  ledgersOfOrigin,
  MeasureId,
  OriginChoice,
} from '@fairlead/backstage-plugin-delivery-common';
import { inPages, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbMeasuredEntityRow, DbSampleDayRow } from '../../database/tables';
import { readHeads } from '../../measuring/storedHeads';
import { decodeJobs } from '../../measuring/jobDay';
import { decodeLedgers } from '../../measuring/ledgerDay';
import { storedLeadTime, StoredMeasure } from '../../measuring/storedMeasures';
import { Scope } from '../../catalog/ownership';
import { DistinctCollected } from './DistinctCollected';
import { headOf } from './headOf';
import { isWithin } from './isWithin';

/** What is stored of the entities of a scope. */
export interface ScopeSamples {
  measures: Map<MeasureId, Collected>;
  /** The changes that arrived, whoever made them; empty unless lead times are read. */
  arrived: Collected['samples'];
  ledgers: ChangeLedger[];
  /** Since when changes were seen at all. */
  ledgersSince?: string;
  jobs: JobTrial[];
}

/** How many entities' days are in memory as text at a time. */
const PAGE_SIZE = 20;

/**
 * Reads the samples of a scope, each record once however many of its entities it concerns.
 *
 * @param options - `days` are local days, both included; ledgers are read of later ones too. `now` in milliseconds since the
 * epoch
 */
export async function readSamples(
  db: Knex,
  options: {
    scope: Scope;
    ids: readonly MeasureId[];
    with: readonly ('waits' | 'jobs')[];
    leadTimeStart: LeadTimeStart;
    /** Whose changes are counted. */
    origin: OriginChoice;
    days: { from: string; to: string };
    now: number;
  },
): Promise<ScopeSamples> {
  const { scope, ids, leadTimeStart, origin, days, now } = options;
  const stored = new Map<StoredMeasure, MeasureId>(
    ids.map(id => [id === 'leadTime' ? storedLeadTime(leadTimeStart) : id, id]),
  );
  const collected = new Map(
    ids.map(id => [id, new DistinctCollected(id)] as const),
  );
  const ledgers = new Map<string, ChangeLedger>();
  const jobs = new Map<string, JobTrial>();
  for (const refs of inPages(scope.entityRefs, PAGE_SIZE)) {
    const query = db<DbSampleDayRow>('sample_days')
      .whereIn('measure', [...stored.keys(), ...options.with])
      .where('day', '>=', days.from)
      // Changes that arrived after these days, or not yet, may have waited during them.
      .where(row => row.where('day', '<=', days.to).orWhere('measure', 'waits'))
      .orderBy(['entity_ref', 'measure', 'day'])
      .select('entity_ref', 'measure', 'samples');
    whereOneOf(query, 'entity_ref', refs);
    for (const { entity_ref: ref, measure, samples } of await query) {
      const spans = scope.spans?.get(ref);
      if (measure === 'waits') {
        for (const ledger of decodeLedgers(samples, now)) {
          if (isWithin(spans, ledger.to)) {
            ledgers.set(ledger.change.key, ledger);
          }
        }
      } else if (measure === 'jobs') {
        for (const job of decodeJobs(samples)) {
          if (isWithin(spans, Date.parse(job.at))) {
            jobs.set(job.recordKey, job);
          }
        }
      } else {
        const id = stored.get(measure as StoredMeasure) as MeasureId;
        collected.get(id)?.add(samples, spans);
      }
    }
  }
  const heads = await readScopeHeads(db, scope.entityRefs);
  return {
    measures: new Map(
      [...stored].map(([measure, id]) => [
        id,
        collected.get(id)!.with(headOf(measure, heads), origin),
      ]),
    ),
    arrived: collected.get('leadTime')?.samples ?? [],
    ledgers: ledgersOfOrigin([...ledgers.values()], origin),
    ledgersSince: headOf('waits', heads).since,
    jobs: [...jobs.values()],
  };
}

/** The heads of all entities of the scope that have been measured. */
async function readScopeHeads(db: Knex, entityRefs: readonly string[]) {
  const query = db<DbMeasuredEntityRow>('measured_entities').select('heads');
  whereOneOf(query, 'entity_ref', entityRefs);
  return (await query).map(({ heads }) => readHeads(heads));
}
