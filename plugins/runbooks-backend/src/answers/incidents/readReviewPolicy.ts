import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { readTimeZoneFromConfig } from '@fairlead/background-work';
import {
  DEFAULT_SEVERITIES,
  rankSeverity,
  ReviewPolicy,
} from '@fairlead/backstage-plugin-runbooks-common';

const DEFAULTS = { fromSeverity: 'high', workingDays: 5 };

/** From when on a review is asked for, and until when. */
export function readReviewPolicyFromConfig(
  config: RootConfigService,
): ReviewPolicy {
  const incidents = config.getOptionalConfig('runbooks.incidents');
  const severities =
    incidents?.getOptional<string[][]>('severities') ?? DEFAULT_SEVERITIES;
  const fromSeverity =
    incidents?.getOptionalString('review.fromSeverity') ??
    DEFAULTS.fromSeverity;
  const workingDays =
    incidents?.getOptionalNumber('review.withinWorkingDays') ??
    DEFAULTS.workingDays;
  if (rankSeverity(fromSeverity, severities) === undefined) {
    throw new InputError(
      isolated`Config 'runbooks.incidents.review.fromSeverity': '${fromSeverity}' is not in 'runbooks.incidents.severities'`,
    );
  }
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > 260) {
    throw new InputError(
      `Config 'runbooks.incidents.review.withinWorkingDays': must be a whole number from 1 to 260`,
    );
  }
  return {
    severities,
    fromSeverity,
    workingDays,
    zone: readTimeZoneFromConfig(config),
  };
}
