import { RootConfigService } from '@backstage/backend-plugin-api';

/** What can be chosen about what GitHub tells. */
export interface GithubOptions {
  /** Issues with one of these labels are incidents. Lower case. */
  incidentLabels: readonly string[];
  /** The environment that a published release is a deployment to; releases tell nothing without it. */
  releaseEnvironment?: string;
}

const DEFAULT_INCIDENT_LABELS = ['incident', 'bug'];

/** Reads the options from `delivery.github`. */
export function readGithubOptions(config: RootConfigService): GithubOptions {
  const labels =
    config.getOptionalStringArray('delivery.github.incidentLabels') ??
    DEFAULT_INCIDENT_LABELS;
  return {
    incidentLabels: labels.map(label => label.toLowerCase()),
    releaseEnvironment: config.getOptionalString(
      'delivery.github.releaseEnvironment',
    ),
  };
}
