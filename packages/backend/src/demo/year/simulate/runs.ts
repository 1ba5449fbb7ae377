import { idOf } from '../ids';
import { Random } from '../Random';
import { Repository } from '../Repository';
import { MINUTE } from './times';
import { SimulatedJob, SimulatedRun } from './types';

/** The jobs of every pipeline, with their share of its time. */
const JOBS = [
  { name: 'build', share: 0.45 },
  { name: 'test', share: 1 },
];

function attemptOf(
  repository: Repository,
  options: Omit<SimulatedRun, 'jobs' | 'finishedAt' | 'startedAt'>,
): SimulatedRun {
  const { habits, slug } = repository;
  const { sha, attempt, createdAt, outcome } = options;
  const random = Random.of(slug, 'attempt', options.event, sha, attempt);
  const queued = random.duration(habits.queueMinutes, 0.9) * MINUTE;
  const length =
    random.duration(habits.ciMinutes, 0.25) *
    MINUTE *
    (outcome === 'success' ? 1 : random.between(0.4, 0.95));
  const startedAt = Math.round(createdAt + queued);
  const jobs = JOBS.map(
    ({ name, share }): SimulatedJob => ({
      id: idOf(slug, 'job', options.id, attempt, name),
      name,
      createdAt,
      startedAt: Math.round(startedAt + random.between(1, 8) * 1000),
      finishedAt: Math.round(startedAt + length * share),
      outcome: name === 'test' ? outcome : 'success',
    }),
  );
  return {
    ...options,
    startedAt,
    finishedAt: Math.round(startedAt + length),
    jobs,
  };
}

/** The attempts of the pipeline on one commit: mostly one, several where it fails and somebody tries again. */
export function simulateRuns(
  repository: Repository,
  options: {
    event: SimulatedRun['event'];
    sha: string;
    branch: string;
    at: number;
    /** The commit before it failed for good: this one mends it. */
    mends?: boolean;
  },
): SimulatedRun[] {
  const { habits, slug } = repository;
  const { event, sha, branch, at } = options;
  const random = Random.of(slug, 'run', event, sha);
  const base = { id: idOf(slug, 'run', event, sha), event, sha, branch };
  const isFlaky = random.chance(habits.flakyShare);
  const fails =
    !isFlaky && !options.mends && random.chance(habits.ciFailureShare);
  const first = attemptOf(repository, {
    ...base,
    attempt: 1,
    createdAt: Math.round(at + random.between(2, 9) * 1000),
    outcome: isFlaky || fails ? 'failure' : 'success',
  });
  if (!isFlaky) {
    return [first];
  }
  const again = attemptOf(repository, {
    ...base,
    attempt: 2,
    createdAt: Math.round(first.finishedAt + random.duration(12, 0.8) * MINUTE),
    outcome: 'success',
  });
  return [first, again];
}
