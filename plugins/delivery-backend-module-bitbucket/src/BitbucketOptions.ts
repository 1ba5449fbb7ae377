import { RootConfigService } from '@backstage/backend-plugin-api';

/** What can be chosen about what Bitbucket tells. */
export interface BitbucketOptions {
  /** What main branches are called where a payload does not tell which it is. */
  mainBranches: readonly string[];
}

/** Reads the options from `delivery.bitbucket`. */
export function readBitbucketOptions(
  config: RootConfigService,
): BitbucketOptions {
  return {
    mainBranches: config.getOptionalStringArray(
      'delivery.bitbucket.mainBranches',
    ) ?? ['main', 'master'],
  };
}
