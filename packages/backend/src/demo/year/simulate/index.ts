import { Repository } from '../Repository';
import { simulateAlerts } from './alerts';
import { simulateChanges } from './changes';
import { simulateAwaitingReview } from './awaitingReview';
import { simulateDeployments } from './deployments';
import { simulateLastingIncidents } from './lastingIncidents';
import { simulateRuns } from './runs';
import { RepositoryHistory } from './types';
import { simulateWatchRuns } from './watchRuns';

export * from './types';

/** Everything that happened in a repository to what was begun between two times. Milliseconds since the epoch. */
export function simulateRepository(
  repository: Repository,
  options: { from: number; to: number },
): RepositoryHistory {
  const changes = [
    ...simulateChanges(repository, options),
    ...simulateAwaitingReview(repository, options),
  ];
  const trunkRuns = changes.flatMap(({ mergedAt, mergeSha }) =>
    mergedAt && mergeSha
      ? simulateRuns(repository, {
          event: 'push',
          sha: mergeSha,
          branch: 'main',
          at: mergedAt,
        })
      : [],
  );
  const { deployments, incidents } = simulateDeployments(repository, changes);
  const allIncidents = [
    ...incidents,
    ...simulateLastingIncidents(repository, options),
  ];
  return {
    changes,
    trunkRuns,
    watchRuns: simulateWatchRuns(repository, changes, options),
    deployments,
    incidents: allIncidents,
    alerts: simulateAlerts(repository, incidents, options),
  };
}
