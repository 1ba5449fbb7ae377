import { DeliveryHistory } from '../../history';
import { Collected, Mark } from '../types';
import {
  allReleases,
  missingProduction,
  outsideProduction,
  promotions,
} from './outside';

/** One sample for each release that is not a redeploy. */
export function collectDeploymentFrequency(
  history: DeliveryHistory,
): Collected {
  const releases = allReleases(history);
  const isRedeploy = (release: (typeof releases)[number]) =>
    release.releaseKind === 'redeploy';
  return {
    id: 'deploymentFrequency',
    samples: releases
      .filter(release => !isRedeploy(release))
      .map(release => ({
        recordKey: release.key,
        at: release.finishedAt,
        value: 1,
        part: release.releaseKind,
        evidence: release.deployments.map(({ key }) => key),
      })),
    excluded: [
      ...releases.filter(isRedeploy).map(release => ({
        recordKey: release.key,
        at: release.finishedAt,
        reason: 'redeploy' as const,
      })),
      ...promotions(history),
      ...outsideProduction(history),
    ],
    marks: history.options.calendar.freezes.map(
      ({ from, to, title }): Mark => ({
        kind: 'freeze',
        at: from,
        text: `${title}, until ${to}`,
      }),
    ),
    missing: missingProduction(history),
    observedSince: history.rollouts.map(({ createdAt }) => createdAt).sort()[0],
  };
}
