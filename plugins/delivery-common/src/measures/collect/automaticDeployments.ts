import { DeliveryHistory } from '../../history';
import { Collected } from '../types';
import {
  allReleases,
  missingProduction,
  outsideProduction,
  promotions,
} from './outside';

/** One sample for each release of which it is known how it was set off: 1 if nobody had to do anything. */
export function collectAutomaticDeployments(
  history: DeliveryHistory,
): Collected {
  const releases = allReleases(history);
  return {
    id: 'automaticDeployments',
    samples: releases
      .filter(({ trigger }) => trigger !== undefined)
      .map(release => ({
        recordKey: release.key,
        at: release.finishedAt,
        value: release.trigger === 'automatic' ? 1 : 0,
        part: release.trigger,
        evidence: release.deployments.map(({ key }) => key),
      })),
    excluded: [
      ...releases
        .filter(({ trigger }) => trigger === undefined)
        .map(({ key, finishedAt }) => ({
          recordKey: key,
          at: finishedAt,
          reason: 'unknown-trigger' as const,
        })),
      ...promotions(history),
      ...outsideProduction(history),
    ],
    marks: [],
    missing: missingProduction(history) ?? 'no-triggers',
  };
}
