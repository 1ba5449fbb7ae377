import {
  BandEdition,
  bandOf,
  BucketUnit,
  Calendar,
  Collected,
  compareMeasures,
  EntityMeasuresResponse,
  LeadTimeStart,
  MeasureView,
  renderWaitSentence,
  summariseMeasure,
  summariseWaits,
  TimeWindow,
  trendOf,
  WaitSummary,
  windowBefore,
} from '@fairlead/backstage-plugin-delivery-common';
import { ScopeSamples } from './readSamples';

const DAY = 24 * 3_600_000;
const MOST_DAYS_BY_DAY = 35;

export interface SummariseOptions {
  window: TimeWindow;
  calendar: Calendar;
  /** ISO 8601 */
  now: string;
  bandEdition?: BandEdition;
  /** The fewest samples of which a share or a rate is told as such. */
  fewest: number;
}

/** Days while a reader can tell them apart, weeks beyond. */
export function trendUnit(window: TimeWindow): BucketUnit {
  const days = (Date.parse(window.to) - Date.parse(window.from)) / DAY;
  return days <= MOST_DAYS_BY_DAY ? 'day' : 'week';
}

/** A measure as it is told over HTTP. */
export function viewMeasure(
  collected: Collected,
  options: SummariseOptions,
): MeasureView {
  const { window, calendar, bandEdition } = options;
  const result = summariseMeasure(collected, options);
  const before = summariseMeasure(collected, {
    ...options,
    window: windowBefore(window, calendar.zone),
  });
  const name = bandEdition && bandOf(result, bandEdition);
  const { window: _, excluded, evidence, ...told } = result;
  return {
    ...told,
    excludedCount: excluded.length,
    trend: trendOf(collected, { ...options, unit: trendUnit(window) }),
    comparison: compareMeasures({
      current: result,
      before,
      fewest: options.fewest,
    }),
    ...(bandEdition && name && { band: { edition: bandEdition, name } }),
  };
}

type Waits = Pick<
  EntityMeasuresResponse,
  'waits' | 'waitCounts' | 'sentence' | 'flowEfficiency' | 'lostPerWeek'
>;

/** What waits take, as it is told over HTTP. */
export function viewWaits(
  { ledgers, ledgersSince }: Pick<ScopeSamples, 'ledgers' | 'ledgersSince'>,
  options: SummariseOptions,
): Waits {
  return toWaits(
    summariseWaits(ledgers, { ...options, observedSince: ledgersSince }),
  );
}

function toWaits({
  waits,
  sentence,
  flowEfficiency,
  lostPerWeek,
  ...waitCounts
}: WaitSummary): Waits {
  return {
    waits: waits.map(({ total, ...told }) => told),
    waitCounts,
    sentence: sentence
      ? { ...sentence, text: renderWaitSentence(sentence) }
      : null,
    flowEfficiency,
    lostPerWeek,
  };
}

/** From when lead times are counted, with how many each. */
export function viewLeadTimeStarts(
  leadTime: Pick<MeasureView, 'n' | 'parts'> | undefined,
  chosen: LeadTimeStart,
): EntityMeasuresResponse['leadTimeStarts'] {
  if (!leadTime?.n) {
    return undefined;
  }
  const { fromOpening = 0, fromFirstPush = 0 } = leadTime.parts ?? {};
  const asChosen = leadTime.n - fromOpening - fromFirstPush;
  return {
    ...(asChosen > 0 && { [chosen]: asChosen }),
    ...(fromOpening > 0 && { opened: fromOpening }),
    ...(fromFirstPush > 0 && { 'first-push': fromFirstPush }),
  };
}
