import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ContributionPage,
  ContributionSource,
} from '@fairlead/backstage-plugin-onboarding-node';
import { Clock } from '@fairlead/bulk-sql';
import { ResumableIntake } from '@fairlead/resumable-intake';
import { Knex } from 'knex';
import { writeContributions } from './writeContributions';

/** Reads the sources of contributions. */
export function createContributionIntake(options: {
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  /** Called after each page of contributions. */
  onStored?: () => void;
  sources: readonly ContributionSource[];
}): ResumableIntake<ContributionPage> {
  return ResumableIntake.create<ContributionPage>({
    ...options,
    of: 'contributions',
    store: writeContributions,
  });
}
