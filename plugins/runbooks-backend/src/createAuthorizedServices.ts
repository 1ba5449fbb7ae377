import {
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ForCaller } from '@fairlead/backend-routes';
import { Knex } from 'knex';
import { RunbookDocuments } from './answers/documents';
import {
  AuthorizedEntityRunbooks,
  DatabaseEntityRunbooks,
  EntityRunbooksAnswers,
} from './answers/entity';
import {
  AuthorizedRunbooks,
  DatabaseRunbooks,
  Runbooks,
} from './answers/registry';
import {
  AuthorizedUseAnswers,
  DatabaseUseAnswers,
  UseAnswers,
} from './answers/uses';
import { VisibilityService } from './catalog/visibility';
import { AuthorizedUses, Uses } from './records/uses';
import {
  AuthorizedVerifications,
  Verifications,
} from './records/verifications';

/** All that callers from outside can ask for or send. Each takes the caller's credentials. */
export interface AuthorizedServices {
  documents: RunbookDocuments;
  entities: EntityRunbooksAnswers<ForCaller>;
  runbooks: Runbooks<ForCaller>;
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
  permissions: PermissionsService;
  userInfo: UserInfoService;
  uses: Uses;
  verifications: Verifications;
  visibility: VisibilityService;
  /** Days over which alerts count. */
  windowDays: number;
}): AuthorizedServices {
  return {
    documents: RunbookDocuments.create(options),
    entities: AuthorizedEntityRunbooks.create(
      DatabaseEntityRunbooks.create(options),
      options,
    ),
    runbooks: AuthorizedRunbooks.create(
      DatabaseRunbooks.create(options),
      options,
    ),
    useAnswers: AuthorizedUseAnswers.create(
      DatabaseUseAnswers.create(options),
      options,
    ),
    uses: AuthorizedUses.create(options.uses, options),
    verifications: AuthorizedVerifications.create(
      options.verifications,
      options,
    ),
  };
}
