import { RootConfigService } from '@backstage/backend-plugin-api';

const DEFAULT_OWNER = 'group:default/platform';
const FAMILIES = ['scorecards', 'delivery', 'runbooks', 'onboarding'];

/** What the starter scorecards depend on. */
export interface StarterOptions {
  /** The ref of the team that answers for them. */
  owner: string;
  /** The families that run. */
  families: ReadonlySet<string>;
  /** Whether teams are asked how what they run can grow. */
  growthReview: boolean;
  /** Whether teams are asked how they lead their work. */
  teamAssessment: boolean;
  /** Whether the files of repositories are read for facts. */
  readsFiles: boolean;
  /** Whether the catalog has the kind `AiResource`. */
  hasAiResources: boolean;
}

/** Undefined where the starter scorecards are switched off. */
export function readStarterOptions(
  config: RootConfigService,
): StarterOptions | undefined {
  const fairlead = config.getOptionalConfig('fairlead');
  if (fairlead?.getOptionalBoolean('starters.enabled') === false) {
    return undefined;
  }
  return {
    owner: fairlead?.getOptionalString('starters.owner') ?? DEFAULT_OWNER,
    families: new Set(fairlead?.getOptionalStringArray('families') ?? FAMILIES),
    growthReview:
      fairlead?.getOptionalBoolean('starters.growthReview') ?? false,
    teamAssessment:
      fairlead?.getOptionalBoolean('starters.teamAssessment') ?? false,
    readsFiles: fairlead?.getOptionalBoolean('scmFiles') ?? false,
    hasAiResources:
      fairlead?.getOptionalBoolean('starters.aiResources') ?? false,
  };
}
