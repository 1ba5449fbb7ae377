import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

const FAMILIES = ['scorecards', 'delivery', 'runbooks', 'onboarding'] as const;

/** The systems that send deliveries, each by its key under `events.modules`. */
const SOURCES = [
  'alertmanager',
  'azureDevops',
  'bitbucket',
  'cdevents',
  'github',
  'gitlab',
  'grafana',
  'incidentIo',
  'pagerduty',
  'rootly',
] as const;

export type Family = (typeof FAMILIES)[number];
export type Source = (typeof SOURCES)[number];

/** What a portal has chosen to run. */
export interface Choice {
  families: Set<Family>;
  sources: Set<Source>;
  scmFiles: boolean;
  techInsights: boolean;
  eventsBackend: boolean;
  search: boolean;
  scaffolder: boolean;
}

export function readChoice(config: RootConfigService): Choice {
  return {
    families: new Set(
      readNames(config, 'fairlead.families', FAMILIES) ?? FAMILIES,
    ),
    sources: new Set(
      readNames(config, 'fairlead.sources', SOURCES) ??
        SOURCES.filter(source => config.has(`events.modules.${source}`)),
    ),
    scmFiles: config.getOptionalBoolean('fairlead.scmFiles') ?? false,
    techInsights: config.has('scorecards.techInsights'),
    eventsBackend: config.getOptionalBoolean('fairlead.eventsBackend') ?? true,
    search: config.getOptionalBoolean('fairlead.search') ?? true,
    scaffolder: config.getOptionalBoolean('fairlead.scaffolder') ?? false,
  };
}

function readNames<T extends string>(
  config: RootConfigService,
  key: string,
  known: readonly T[],
): T[] | undefined {
  return config.getOptionalStringArray(key)?.map(name => {
    const found = known.find(other => other === name);
    if (found === undefined) {
      throw new InputError(
        isolated`The configuration ${key} names '${name}'; write one of ${known.join(
          ', ',
        )}`,
      );
    }
    return found;
  });
}
