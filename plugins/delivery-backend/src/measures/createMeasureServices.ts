import {
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { EntityHistory } from '../history/EntityHistory';
import { EntityRecords } from '../history/EntityRecords';
import { LinkVerdicts } from '../links/LinkVerdicts';
import { Overview } from '../overview/Overview';
import { SourceRegistry } from '../sources/SourceRegistry';
import { EntityMeasures } from '../summaries/EntityMeasures';
import { SummaryStore } from '../summaries/SummaryStore';
import { VisibilityService } from '../visibility';
import { Waiting } from '../waiting/Waiting';
import { AuthorizedMeasures } from './AuthorizedMeasures';
import { DefaultMeasuring } from './DefaultMeasuring';
import { readMeasureOptionsFromConfig } from './readMeasureOptions';

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
