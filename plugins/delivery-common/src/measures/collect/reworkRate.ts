import { DeliveryHistory } from '../../history';
import { Collected } from '../types';
import {
  allReleases,
  missingProduction,
  outsideProduction,
  promotions,
} from './outside';

/** One sample for each release: 1 if it was a rollback, a hotfix or the remedy of an incident or bug. */
export function collectReworkRate(history: DeliveryHistory): Collected {
  return {
    id: 'reworkRate',
    samples: allReleases(history).map(release => {
      const isRework =
        release.releaseKind === 'rollback' || release.releaseKind === 'hotfix';
      const isRemedy = history.failures.remediations.has(release.key);
      const remedy = isRemedy ? 'remediation' : undefined;
      return {
        recordKey: release.key,
        at: release.finishedAt,
        value: isRework || isRemedy ? 1 : 0,
        part: isRework ? release.releaseKind : remedy,
        evidence: release.deployments.map(({ key }) => key),
      };
    }),
    excluded: [...promotions(history), ...outsideProduction(history)],
    marks: [],
    missing: missingProduction(history),
  };
}
