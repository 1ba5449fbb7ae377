import { Entity } from '@backstage/catalog-model';
import {
  ActiveWaiver,
  Fact,
  GivenAnswer,
} from '@fairlead/backstage-plugin-scorecards-common';
import { DbResultRow } from '../../database/tables';

/** A waiver and the scorecard it is about. */
export interface CandidateWaiver extends ActiveWaiver {
  scorecardRef: string;
}

/** An answer and the scorecard that asked. */
export interface CandidateAnswer extends GivenAnswer {
  scorecardRef: string;
}

/** What is stored of an earlier result, as far as is needed to see whether it changed. */
export type ResultHead = Pick<
  DbResultRow,
  'scorecard_ref' | 'entity_ref' | 'version' | 'level' | 'digest'
>;

/** An entity with all that it is judged from. */
export interface Candidate {
  entityRef: string;
  /** The revision that all of this was read at, or before. */
  revision: number;
  /** When it is due, milliseconds since the epoch. */
  evaluateAt?: number;
  entity: Entity;
  facts: ReadonlyMap<string, Fact>;
  waivers: readonly CandidateWaiver[];
  answers: readonly CandidateAnswer[];
  /** By scorecard ref. */
  results: ReadonlyMap<string, ResultHead>;
}
