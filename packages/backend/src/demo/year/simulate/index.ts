import { Repository } from '../Repository';
import { simulateChanges } from './changes';
import { simulateDeployments } from './deployments';
import { simulateRuns } from './runs';
import { RepositoryHistory } from './types';

export * from './types';

/** Everything that happened in a repository to what was begun between two times. Milliseconds since the epoch. */
export function simulateRepository(
  repository: Repository,
  options: { from: number; to: number },
): RepositoryHistory {
  const changes = simulateChanges(repository, options);
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
  return { changes, trunkRuns, ...simulateDeployments(repository, changes) };
}
