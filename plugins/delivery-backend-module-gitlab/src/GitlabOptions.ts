import { RootConfigService } from '@backstage/backend-plugin-api';

/** What can be chosen about what GitLab tells. */
export interface GitlabOptions {
  /** Issues with one of these labels are incidents, beside those of that type. Lower case. */
  incidentLabels: readonly string[];
  /** The environment that a release is a deployment to; releases tell nothing without it. */
  releaseEnvironment?: string;
}

const DEFAULT_INCIDENT_LABELS = ['incident', 'bug'];

/** Reads the options from `delivery.gitlab`. */
export function readGitlabOptions(config: RootConfigService): GitlabOptions {
  const labels =
    config.getOptionalStringArray('delivery.gitlab.incidentLabels') ??
    DEFAULT_INCIDENT_LABELS;
  return {
    incidentLabels: labels.map(label => label.toLowerCase()),
    releaseEnvironment: config.getOptionalString(
      'delivery.gitlab.releaseEnvironment',
    ),
  };
}
