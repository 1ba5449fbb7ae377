import {
  AuthService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ForCaller } from '@fairlead/backend-routes';
import { ReviewPolicy } from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import {
  AuthorizedCoverage,
  CoverageAnswers,
  DatabaseCoverage,
  SharedCoverage,
} from './answers/alertCoverage';
import { RunbookDocuments } from './answers/documents';
import { FinishedDrills } from './answers/drills';
import {
  AuthorizedEntityRunbooks,
  DatabaseEntityRunbooks,
  EntityRunbooksAnswers,
} from './answers/entity';
import {
  AuthorizedFiring,
  DatabaseFiring,
  FiringAnswers,
} from './answers/firing';
import {
  AuthorizedRunbookFor,
  DatabaseRunbookFor,
  RunbookForAnswers,
} from './answers/for';
import {
  AuthorizedIncidents,
  DatabaseIncidents,
  IncidentFigures,
  Incidents,
} from './answers/incidents';
import { OwnershipReader } from './answers/owners';
import { RunbookLint } from './answers/lint';
import {
  AuthorizedRunbooks,
  DatabaseRunbooks,
  Runbooks,
} from './answers/registry';
import {
  AuthorizedTeam,
  DatabaseTeam,
  SharedTeam,
  TeamAnswers,
} from './answers/team';
import {
  AuthorizedUseAnswers,
  DatabaseUseAnswers,
  UseAnswers,
} from './answers/uses';
import { EntityValues } from './answers/values';
import { VisibilityService } from './catalog/visibility';
import { AuthorizedIncidentNotes, IncidentNotes } from './records/incidents';
import { AuthorizedUses, Uses } from './records/uses';
import {
  AuthorizedVerifications,
  createJudgeAtOnce,
  Verifications,
} from './records/verifications';

/** All that callers from outside can ask for or send. Each takes the caller's credentials. */
export interface AuthorizedServices {
  coverage: CoverageAnswers<ForCaller>;
  documents: RunbookDocuments;
  lint: RunbookLint;
  entities: EntityRunbooksAnswers<ForCaller>;
  entityValues: EntityValues;
  finishedDrills: FinishedDrills;
  firing: FiringAnswers<ForCaller>;
  incidentNotes: AuthorizedIncidentNotes;
  incidents: Incidents<ForCaller>;
  runbookFor: RunbookForAnswers<ForCaller>;
  runbooks: Runbooks<ForCaller>;
  teams: TeamAnswers<ForCaller>;
  useAnswers: UseAnswers<ForCaller>;
  uses: AuthorizedUses;
  verifications: AuthorizedVerifications;
}

/** Puts the services for callers from outside in front of the stores. */
export function createAuthorizedServices(options: {
  auth: AuthService;
  db: Knex;
  /** Judges the health of a runbook at once. */
  judge: (runbookId: string) => Promise<void>;
  logger: LoggerService;
  incidentFigures: IncidentFigures;
  incidentNotes: IncidentNotes;
  permissions: PermissionsService;
  /** Where this Backstage is reached by people. */
  portalUrl?: string;
  reviewPolicy: ReviewPolicy;
  userInfo: UserInfoService;
  uses: Uses;
  verifications: Verifications;
  visibility: VisibilityService;
  /** Days over which alerts count. */
  windowDays: number;
}): AuthorizedServices {
  const judge = createJudgeAtOnce(options);
  const incidentNotes = AuthorizedIncidentNotes.create(
    options.incidentNotes,
    options,
  );
  const ownership = OwnershipReader.create(options);
  return {
    coverage: AuthorizedCoverage.create(
      SharedCoverage.create(DatabaseCoverage.create(options)),
      options,
    ),
    documents: RunbookDocuments.create(options),
    lint: RunbookLint.create(options),
    entities: AuthorizedEntityRunbooks.create(
      DatabaseEntityRunbooks.create(options),
      options,
    ),
    entityValues: EntityValues.create(options),
    finishedDrills: FinishedDrills.create(options),
    firing: AuthorizedFiring.create(DatabaseFiring.create(options), {
      ...options,
      ownership,
    }),
    incidentNotes,
    incidents: AuthorizedIncidents.create(DatabaseIncidents.create(options), {
      ...options,
      notes: incidentNotes,
    }),
    runbookFor: AuthorizedRunbookFor.create(
      DatabaseRunbookFor.create(options),
      options,
    ),
    runbooks: AuthorizedRunbooks.create(
      DatabaseRunbooks.create(options),
      options,
    ),
    teams: AuthorizedTeam.create(
      SharedTeam.create(DatabaseTeam.create(options)),
      {
        ...options,
        ownership,
      },
    ),
    useAnswers: AuthorizedUseAnswers.create(
      DatabaseUseAnswers.create(options),
      options,
    ),
    uses: AuthorizedUses.create(options.uses, { ...options, judge }),
    verifications: AuthorizedVerifications.create(options.verifications, {
      ...options,
      judge,
    }),
  };
}
