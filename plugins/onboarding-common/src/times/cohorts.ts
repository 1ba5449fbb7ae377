import { Cohort, CohortTime, SetupBand } from '../api';
import { setupBandOf } from './bands';
import { kaplanMeierMedian, medianOf, PersonTime } from './median';
import { isEnough } from './smallCohorts';
import { workingSeconds } from './workingSeconds';

/** When somebody set out, and when they reached what. Times are milliseconds since the epoch. @public */
export interface JourneyTimes {
  person: string;
  startAt: number;
  /** Until when they were seen: now, or when the journey ended. */
  until: number;
  /** When they began with the first task: setup time counts from here. */
  setupFrom: number;
  /** Absent for what they have not reached. */
  greenBuildAt?: number;
  mergedChangeAt?: number;
  tenthMergedChangeAt?: number;
  reviewGivenAt?: number;
  deployedChangeAt?: number;
  resolvedIncidentAt?: number;
  completedAt?: number;
  /** Of the first merged change. */
  origin?: 'person' | 'agent' | 'unknown';
}

/** A time with the band that it lies in. @public */
export type SetupTime = CohortTime & { band?: SetupBand };

/**
 * How long something took those of a cohort; who is not there yet is counted. The median so far tells of those alone who
 * are there, and is left out while they are fewer than five.
 *
 * @public
 */
export function summariseTimes(times: readonly PersonTime[]): CohortTime {
  const reached = times.filter(({ isReached }) => isReached);
  const medianSoFar = isEnough(reached.map(({ person }) => person))
    ? medianOf(reached.map(({ seconds }) => seconds))
    : undefined;
  const median = kaplanMeierMedian(times);
  return {
    reached: reached.length,
    n: times.length,
    ...(medianSoFar !== undefined && { medianSoFar }),
    ...(median !== undefined && { median }),
  };
}

/** The time from a start until somebody reached something, or was last seen without having reached it. @public */
export function timeSeen(options: {
  person: string;
  from: number;
  at: number | undefined;
  until: number;
}): PersonTime {
  const { person, from, at, until } = options;
  return {
    person,
    seconds: Math.max(0, Math.round(((at ?? until) - from) / 1000)),
    isReached: at !== undefined,
  };
}

/**
 * The setup time of a cohort: from when they set to work until the first green build. The band is that of the median of
 * all where it is known, and absent before.
 *
 * @public
 */
export function summariseSetup(
  journeys: readonly JourneyTimes[],
  { zone }: { zone: string },
): SetupTime {
  const time = summariseTimes(
    journeys.map(({ person, setupFrom, greenBuildAt, until }) =>
      timeSeen({ person, from: setupFrom, at: greenBuildAt, until }),
    ),
  );
  const working = kaplanMeierMedian(
    journeys.map(({ setupFrom, greenBuildAt, until }) => ({
      seconds: workingSeconds(
        { from: setupFrom, to: greenBuildAt ?? until },
        zone,
      ),
      isReached: greenBuildAt !== undefined,
    })),
  );
  return {
    ...time,
    ...(working !== undefined && { workingMedian: working }),
    ...(time.median !== undefined && { band: setupBandOf(time.median) }),
  };
}

/** The times of a cohort. Whether it may be told is looked at before. @public */
export function summariseCohort(
  quarter: string,
  journeys: readonly JourneyTimes[],
  options: { zone: string },
): Cohort {
  const timeTo = (
    read: (journey: JourneyTimes) => number | undefined,
  ): CohortTime =>
    summariseTimes(
      journeys.map(journey =>
        timeSeen({
          person: journey.person,
          from: journey.startAt,
          at: read(journey),
          until: journey.until,
        }),
      ),
    );
  const merged = journeys.filter(({ mergedChangeAt: at }) => at !== undefined);
  return {
    quarter,
    n: journeys.length,
    setup: summariseSetup(journeys, options),
    mergedChange: timeTo(({ mergedChangeAt }) => mergedChangeAt),
    tenthMergedChange: timeTo(({ tenthMergedChangeAt: at }) => at),
    reviewGiven: timeTo(({ reviewGivenAt }) => reviewGivenAt),
    deployedChange: timeTo(({ deployedChangeAt }) => deployedChangeAt),
    resolvedIncident: timeTo(({ resolvedIncidentAt: at }) => at),
    completed: timeTo(({ completedAt }) => completedAt),
    ...(isEnough(merged.map(({ person }) => person)) && {
      byAgent: {
        n: merged.filter(({ origin }) => origin === 'agent').length,
        of: merged.length,
      },
    }),
  };
}
