import {
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { EntityHistory } from './answers/history/EntityHistory';
import { EntityRecords } from './answers/history/EntityRecords';
import { LinkVerdicts } from './records/links/LinkVerdicts';
import { Overview } from './answers/overview/Overview';
import { SourceRegistry } from './intake/sources/SourceRegistry';
import { EntityMeasures } from './answers/summaries/EntityMeasures';
import { SummaryStore } from './answers/summaries/SummaryStore';
import { VisibilityService } from './catalog/visibility';
import { Waiting } from './answers/waiting/Waiting';
import { AuthorizedMeasures } from './answers/measures/AuthorizedMeasures';
import { DefaultMeasuring } from './measuring/DefaultMeasuring';
import { readMeasureOptionsFromConfig } from './measuring/readMeasureOptions';

/** Builds what measures, and what answers measures. Nothing runs yet. */
export function createMeasureServices(options: {
  auth: AuthService;
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  sources: SourceRegistry;
  userInfo: UserInfoService;
  visibility: VisibilityService;
}) {
  const { clock = Date.now, db } = options;
  const measureOptions = readMeasureOptionsFromConfig(options.config);
  const { calendar, requiredChecks } = measureOptions.history;
  const { zone } = calendar;
  const measuring = DefaultMeasuring.create({ ...options, measureOptions });
  const store = new SummaryStore({ clock, db });
  const all = { ...options, clock, measureOptions, store, zone };
  const overview = new Overview(all);
  return {
    measureOptions,
    measures: AuthorizedMeasures.create({
      ...options,
      entityMeasures: new EntityMeasures(all),
      entityRecords: new EntityRecords(all),
      entityHistory: new EntityHistory(all),
      overview,
    }),
    measuring,
    overview,
    store,
    verdicts: LinkVerdicts.create({
      ...options,
      marking: { zone, requiredChecks },
      onStored: () => measuring.nudge(),
    }),
    waiting: Waiting.create(options),
  };
}
