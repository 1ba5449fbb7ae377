import { createApiRef } from '@backstage/core-plugin-api';
import {
  AnswerEvidence,
  Attestation,
  CheckFixResponse,
  CheckStatus,
  EntityFactsResponse,
  EntityLevelsResponse,
  EntityScorecardsResponse,
  FactSourceStatus,
  HealthResponse,
  HistoryResponse,
  KnownFact,
  OwnerScorecardsResponse,
  Page,
  PreviewResponse,
  RollupBy,
  RollupResponse,
  ScorecardDetailsResponse,
  ScorecardEntitiesPage,
  ScorecardSummary,
  ScorecardVersionResponse,
  ScorecardVersionsResponse,
  Transition,
  Waiver,
  WaiverDetailsResponse,
  WaiverMove,
  WaiverSide,
  WaiversRequestedResponse,
  WaiverState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { CampaignsApi } from './CampaignsApi';

/**
 * Which entities of a scorecard to list.
 *
 * @public
 */
export interface ScorecardEntitiesQuery {
  /** A level of the scorecard, or `none`. */
  level?: string;
  /** With `check`: entities for which that check has this status; else for which any check has it. */
  status?: CheckStatus;
  check?: string;
  /** A full ref, or `none`; so are `system` and `domain`. */
  owner?: string;
  system?: string;
  domain?: string;
  /** Part of the entity's name or title. */
  text?: string;
  /** `level`, `name`, `owner`, `score` or `check:<id>`, the worst first; led by `-` the other way round. */
  sort?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Which waivers to list.
 *
 * @public
 */
export interface WaiversQuery {
  scorecardRef?: string;
  entityRef?: string;
  checkId?: string;
  state?: WaiverState;
  /** The ref of who asked. */
  requestedBy?: string;
  /** Those that wait for the approval of this side. */
  missing?: WaiverSide;
  /** Those in force now, or those not in force. */
  inEffect?: boolean;
  /** Those that the reader can approve. */
  waitingFor?: 'me';
  limit?: number;
  cursor?: string;
}

/**
 * What a team answers to the question of a check.
 *
 * @public
 */
export interface AnswerRequest {
  scorecardRef: string;
  checkId: string;
  entityRef: string;
  /** The id of a choice. */
  choice: string;
  text?: string;
  evidence?: AnswerEvidence[];
  /** The team to answer for, where the reader is in several that may. */
  teamRef?: string;
}

/**
 * The scorecards backend, as the screens need it.
 *
 * @public
 */
export interface ScorecardsApi extends CampaignsApi {
  getEntityScorecards(entityRef: string): Promise<EntityScorecardsResponse>;
  getEntityFacts(entityRef: string): Promise<EntityFactsResponse>;
  getEntityTransitions(
    entityRef: string,
    query?: { scorecardRef?: string; cursor?: string; limit?: number },
  ): Promise<Page<Transition>>;
  /** How one check of one entity is mended. */
  getFix(request: {
    entityRef: string;
    scorecardRef: string;
    checkId: string;
  }): Promise<CheckFixResponse>;
  getEntityLevels(entityRefs: string[]): Promise<EntityLevelsResponse>;
  getOwnerScorecards(ownerRef: string): Promise<OwnerScorecardsResponse>;
  listScorecards(): Promise<Page<ScorecardSummary>>;
  getScorecard(scorecardRef: string): Promise<ScorecardDetailsResponse>;
  listScorecardEntities(
    scorecardRef: string,
    query?: ScorecardEntitiesQuery,
  ): Promise<ScorecardEntitiesPage>;
  /** The same list as CSV. */
  getScorecardEntitiesCsv(
    scorecardRef: string,
    query?: ScorecardEntitiesQuery,
  ): Promise<Blob>;
  getRollup(scorecardRef: string, by: RollupBy): Promise<RollupResponse>;
  getHistory(
    scorecardRef: string,
    range?: { from?: string; to?: string },
  ): Promise<HistoryResponse>;
  /** Newest first. */
  listScorecardVersions(
    scorecardRef: string,
  ): Promise<ScorecardVersionsResponse>;
  /** A version beside the one before it. */
  getScorecardVersion(
    scorecardRef: string,
    version: number,
  ): Promise<ScorecardVersionResponse>;
  /** `scorecard` is YAML text. Stores nothing. */
  preview(request: {
    scorecard: string;
    entityRefs?: string[];
    cursor?: string;
    signal?: AbortSignal;
  }): Promise<PreviewResponse>;
  listFacts(): Promise<KnownFact[]>;
  listSources(): Promise<FactSourceStatus[]>;
  /** For those who run the portal. */
  getHealth(): Promise<HealthResponse>;
  /** Newest first. */
  listWaivers(query?: WaiversQuery): Promise<Page<Waiver>>;
  /** A waiver with its entries in the log of decisions. */
  getWaiver(id: string): Promise<WaiverDetailsResponse>;
  /** With `renews`, a waiver in force whose place the new one takes. */
  requestWaiver(request: {
    scorecardRef: string;
    checkId: string;
    entityRef: string;
    reason: string;
    expiresAt: string;
    renews?: string;
  }): Promise<Waiver>;
  /** For many entities at once: each is decided by itself, and those that are refused are answered with the reason. */
  requestWaivers(request: {
    scorecardRef: string;
    checkId: string;
    entityRefs: string[];
    reason: string;
    expiresAt: string;
  }): Promise<WaiversRequestedResponse>;
  /** Approves, rejects, revokes or (for who asked) withdraws a waiver. */
  decideWaiver(
    id: string,
    decision: { decision: WaiverMove; reason?: string },
  ): Promise<Waiver>;
  /** Takes the place of an earlier answer of the team. */
  answerQuestion(request: AnswerRequest): Promise<Attestation>;
  /** Settles that an answer holds; those that contradict it are set aside. */
  settleAnswers(
    id: string,
    decision: { decision: 'settle'; reason: string },
  ): Promise<Attestation>;
}

/**
 * The API ref of {@link ScorecardsApi}.
 *
 * @public
 */
export const scorecardsApiRef = createApiRef<ScorecardsApi>({
  id: 'plugin.scorecards.client',
});
