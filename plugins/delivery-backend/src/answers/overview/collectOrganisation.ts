import {
  Collected,
  localDay,
  MeasureId,
  ofOrigin,
  Sample,
  windowBefore,
} from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import { MeasureHeads } from '../../measuring/MeasuredDays';
import { decodeSampleDay } from '../../measuring/sampleDay';
import { emptyHeads } from '../summaries/emptyHeads';
import { headOf } from '../summaries/headOf';
import { isWithin } from '../summaries/isWithin';
import { SummariseOptions } from '../summaries/summarise';
import { Organisation } from './readOrganisation';
import { readRows } from './readRows';

const NO_EVIDENCE: string[] = [];

/**
 * Collects one measure of the whole organisation and of each team, without what only opens from a number.
 */
export async function collectOrganisation(
  db: Knex,
  options: {
    id: MeasureId;
    organisation: Organisation;
    heads: ReadonlyMap<string, MeasureHeads>;
    summarise: SummariseOptions;
  },
) {
  const { id, organisation, heads, summarise } = options;
  const { window, calendar } = summarise;
  const { zone } = calendar;
  const whole = new Map<string, Sample>();
  const parts = new Map(
    [...organisation.teams.keys()].map(ref => [ref, new Map<string, Sample>()]),
  );
  const freezes = new Map<string, Collected['marks'][number]>();
  let excludedCount = 0;
  for await (const { entityRef, samples } of readRows(db, {
    measure: id,
    entityRefs: organisation.entityRefs,
    from: localDay(windowBefore(window, zone).from, zone),
    to: localDay(window.to, zone),
  })) {
    const day = ofOrigin(id, decodeSampleDay(samples), 'counted');
    const owners = organisation.owners.get(entityRef) ?? [];
    for (const { recordKey, at, value, part } of day.samples) {
      const key = `${at}\n${recordKey}`;
      const sample = { recordKey, at, value, part, evidence: NO_EVIDENCE };
      const time = Date.parse(at);
      whole.set(key, sample);
      for (const { teamRef, span } of owners) {
        if (isWithin([span], time)) {
          parts.get(teamRef)?.set(key, sample);
        }
      }
    }
    excludedCount += day.excluded.filter(
      ({ at }) => at >= window.from && at < window.to,
    ).length;
    for (const mark of day.marks.filter(({ kind }) => kind === 'freeze')) {
      freezes.set(mark.at, mark);
    }
  }
  const collected = (
    samples: ReadonlyMap<string, Sample>,
    own: MeasureHeads[],
  ): Collected => ({
    id,
    samples: [...samples.values()],
    excluded: [],
    marks: [...freezes.values()],
    missing: headOf(id, own).missing,
    observedSince: headOf(id, own).since,
  });
  const teamHeads = new Map<string, MeasureHeads[]>();
  for (const [entityRef, owners] of organisation.owners) {
    for (const { teamRef } of owners) {
      const own = teamHeads.get(teamRef) ?? [];
      own.push(heads.get(entityRef) ?? emptyHeads);
      teamHeads.set(teamRef, own);
    }
  }
  return {
    whole: collected(whole, [...heads.values()]),
    parts: new Map(
      [...parts].map(([ref, samples]) => [
        ref,
        collected(samples, teamHeads.get(ref) ?? []),
      ]),
    ),
    excludedCount,
  };
}
