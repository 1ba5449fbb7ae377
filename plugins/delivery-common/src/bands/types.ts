import { MeasureId } from '../measures';

/** The names DORA gave to its clusters. @public */
export type BandName = 'elite' | 'high' | 'medium' | 'low';

/** The editions of which bands or scores are known. @public */
export type BandEdition = '2021' | '2023' | '2024' | '2025';

/** A scale whose bands follow on each other; the first whose limit holds counts, the last has none. @public */
export interface ThresholdScale {
  kind: 'thresholds';
  /** The part of the result that is compared, where it is not its value. */
  part?: string;
  bands: { band: BandName; test?: '<' | '<=' | '>='; limit?: number }[];
}

/** What each cluster reported. They do not follow on each other, so no value can be placed. @public */
export interface ClusterScale {
  kind: 'clusters';
  values: Record<BandName, number>;
}

/** The mean and the standard deviation of the answers, from 0 to 10. @public */
export interface ScoreScale {
  kind: 'scores';
  /** What was averaged: the score, where 10 is best, or the share of failures in tenths, where 0 is best. */
  of: 'score' | 'share';
  mean: number;
  deviation: number;
}

/** What an edition says. @public */
export interface BandEditionData {
  edition: BandEdition;
  title: string;
  source: { title: string; url: string };
  scales: Partial<
    Record<MeasureId, ThresholdScale | ClusterScale | ScoreScale>
  >;
  /** The share of teams in each cluster, from 0 to 1, where it was published. */
  teams?: Record<BandName, number>;
}
