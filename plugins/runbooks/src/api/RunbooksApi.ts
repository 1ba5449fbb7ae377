import { createApiRef } from '@backstage/core-plugin-api';
import {
  AddFollowUp,
  ChangeFollowUp,
  ChangeUse,
  CoverageAnswer,
  EntityRunbooks,
  FinishUse,
  FiringAnswer,
  HealthPart,
  HealthState,
  IncidentDetail,
  IncidentPage,
  LinkChange,
  LintAnswer,
  RunbookDetail,
  RunbookDraftAnswer,
  RunbookFor,
  RunbookPage,
  RunbooksOrder,
  RunbookTier,
  RunbookUse,
  StartUse,
  TeamRunbooks,
  TellMoment,
  UsePage,
  WriteReview,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Which part of a list. @public */
export interface PageQuery {
  limit?: number;
  cursor?: string;
}

/** Which runbooks. @public */
export interface RunbooksQuery extends PageQuery {
  /** Owned by this team or one below it. */
  owner?: string;
  tier?: RunbookTier;
  /** With {@link RunbooksQuery.state}: in which part of its health. */
  part?: HealthPart;
  state?: HealthState;
  alert?: string;
  entity?: string;
  /** Words to look for. */
  q?: string;
  /** @defaultValue 'title' */
  order?: RunbooksOrder;
}

/** Whose alerts; everybody's when left out. @public */
export interface FiringQuery {
  owner?: readonly string[];
  /** Of the reader's own teams. */
  mine?: boolean;
}

/** An alert on an entity. @public */
export interface AlertOnEntity {
  alert?: string;
  entity?: string;
}

/** Which alerts. @public */
export interface CoverageQuery extends PageQuery {
  owner?: string;
  entity?: string;
  covered?: boolean;
  mayPage?: boolean;
  q?: string;
}

/** Which uses. @public */
export interface UsesQuery extends PageQuery {
  runbook?: string;
  entity?: string;
  incident?: string;
  /** Only those under way, or only those that are finished. */
  active?: boolean;
}

/** Which incidents. @public */
export interface IncidentsQuery extends PageQuery {
  entity?: string;
  owner?: string;
  /** Opened at this time or later, ISO 8601. */
  from?: string;
  open?: boolean;
  learning?: IncidentDetail['learning']['state'];
}

/**
 * The runbooks backend, as the screens need it.
 *
 * @public
 */
export interface RunbooksApi {
  /** What fires on an entity, its runbooks and its coverage. */
  getEntityRunbooks(entityRef: string): Promise<EntityRunbooks>;
  listRunbooks(query?: RunbooksQuery): Promise<RunbookPage>;
  getRunbook(id: string): Promise<RunbookDetail>;
  /** Says that the reader has read a runbook and that it holds. */
  verifyRunbook(id: string): Promise<void>;
  /** Looks for problems in a text; nothing is stored. */
  lint(text: string): Promise<LintAnswer>;
  getFiring(query?: FiringQuery): Promise<FiringAnswer>;
  /** The runbook of an alert on an entity. */
  getRunbookFor(query: AlertOnEntity): Promise<RunbookFor>;
  getCoverage(query?: CoverageQuery): Promise<CoverageAnswer>;
  /** The files of a runbook that is not there yet. */
  getDraft(query: AlertOnEntity): Promise<RunbookDraftAnswer>;
  getTeamRunbooks(teamRef: string): Promise<TeamRunbooks>;
  listUses(query?: UsesQuery): Promise<UsePage>;
  getUse(id: string): Promise<RunbookUse>;
  startUse(start: StartUse): Promise<RunbookUse>;
  changeUse(id: string, change: ChangeUse): Promise<RunbookUse>;
  finishUse(id: string, finish: FinishUse): Promise<RunbookUse>;
  /** What happened in a use, as Markdown. */
  getTimeline(useId: string): Promise<string>;
  listIncidents(query?: IncidentsQuery): Promise<IncidentPage>;
  getIncident(id: string): Promise<IncidentDetail>;
  /** Tells a moment of an incident that no source tells. */
  tellMoment(incidentId: string, moment: TellMoment): Promise<void>;
  writeReview(incidentId: string, review: WriteReview): Promise<void>;
  /** Links what a review led to. */
  linkChange(incidentId: string, change: LinkChange): Promise<void>;
  addFollowUp(incidentId: string, followUp: AddFollowUp): Promise<void>;
  changeFollowUp(
    incidentId: string,
    followUpId: string,
    change: ChangeFollowUp,
  ): Promise<void>;
}

/**
 * The API ref of {@link RunbooksApi}.
 *
 * @public
 */
export const runbooksApiRef = createApiRef<RunbooksApi>({
  id: 'plugin.runbooks.client',
});
