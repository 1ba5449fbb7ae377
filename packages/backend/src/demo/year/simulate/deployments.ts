import { idOf, shaOf } from '../ids';
import { dayOfMonth, onWeekday, weeksBetween } from '../officeHours';
import { Random } from '../Random';
import { Repository } from '../Repository';
import { respondTo } from './response';
import { HOUR, MINUTE } from './times';
import { INCIDENTS } from './titles';
import {
  RepositoryHistory,
  SimulatedChange,
  SimulatedDeployment,
  SimulatedIncident,
  SimulatedStatus,
} from './types';

type MergedChange = SimulatedChange & { mergedAt: number; mergeSha: string };

/** The times at which a team releases what was merged until then. */
function releaseTimes(
  repository: Repository,
  merged: readonly MergedChange[],
): number[] {
  const { release } = repository.habits;
  if (release === 'never' || merged.length === 0) {
    return [];
  }
  if (release === 'each-merge') {
    return merged.map(change => change.mergedAt + 9 * MINUTE);
  }
  const weeks = weeksBetween(
    merged[0].mergedAt,
    merged[merged.length - 1].mergedAt + 31 * 24 * HOUR,
  );
  if (release === 'daily') {
    return weeks.flatMap(week =>
      [1, 2, 3, 4].map(weekday => onWeekday(week, { weekday, hour: 14 })),
    );
  }
  const thursdays = weeks.map(week =>
    onWeekday(week, { weekday: 4, hour: 10 }),
  );
  return release === 'weekly'
    ? thursdays
    : thursdays.filter(time => dayOfMonth(time) <= 7);
}

function deploy(
  repository: Repository,
  options: {
    sha: string;
    environment: string;
    at: number;
    kind: SimulatedDeployment['kind'];
    outcome: 'success' | 'failure';
  },
): SimulatedDeployment {
  const { slug, habits } = repository;
  const { sha, environment, at, kind, outcome } = options;
  const random = Random.of(slug, 'deploy', sha, environment, kind, outcome, at);
  const id = idOf(slug, 'deployment', sha, environment, kind, outcome, at);
  const status = (state: SimulatedStatus['state'], time: number) => ({
    id: idOf(slug, 'status', id, state),
    state,
    at: Math.round(time),
  });
  const needsApproval = habits.approvalHours !== undefined && kind === 'change';
  const decidedAt = needsApproval
    ? at + random.duration(habits.approvalHours ?? 0, 0.5) * HOUR
    : at;
  const startedAt = decidedAt + random.between(5, 40) * 1000;
  return {
    id,
    environment,
    sha,
    ref: kind === 'hotfix' ? `hotfix/${sha.slice(0, 7)}` : 'main',
    createdAt: Math.round(at),
    statuses: [
      ...(needsApproval ? [status('waiting', at + 1000)] : []),
      status('in_progress', startedAt),
      status(outcome, startedAt + random.duration(5, 0.4) * MINUTE),
    ],
    approval: needsApproval
      ? { requestedAt: Math.round(at), decidedAt: Math.round(decidedAt) }
      : undefined,
    kind,
    manual: kind !== 'change',
  };
}

const finishOf = (deployment: SimulatedDeployment) =>
  deployment.statuses[deployment.statuses.length - 1].at;

function incidentAfter(
  repository: Repository,
  options: { seed: string; from: number; until: number; random: Random },
): SimulatedIncident {
  const { random, from, until } = options;
  const triggeredAt = Math.round(from + random.duration(18, 0.7) * MINUTE);
  const resolvedAt = Math.round(Math.max(until, triggeredAt + 10 * MINUTE));
  const reopens = random.chance(0.1);
  const incident = {
    id: `Q${shaOf(repository.slug, 'incident', options.seed)
      .slice(0, 13)
      .toUpperCase()}`,
    number: idOf(repository.slug, 'incident', options.seed) % 100_000,
    title: `${repository.component}: ${random.pick(INCIDENTS)}`,
    urgency: random.chance(0.7) ? ('high' as const) : ('low' as const),
    triggeredAt,
    acknowledgedAt: Math.round(triggeredAt + random.duration(4, 0.8) * MINUTE),
    resolvedAt,
    reopenedAt: reopens ? resolvedAt + 20 * MINUTE : undefined,
    resolvedAgainAt: reopens ? resolvedAt + 65 * MINUTE : undefined,
  };
  return {
    ...incident,
    ...respondTo(repository, incident),
    isLasting: false,
  };
}

/** What a team does about a release that went wrong. */
function mend(
  repository: Repository,
  options: { sha: string; before?: string; at: number; random: Random },
): Pick<RepositoryHistory, 'deployments' | 'incidents'> {
  const { sha, before, at, random } = options;
  const [environment] = repository.habits.regions;
  const mendedAt = at + random.duration(55, 0.8) * MINUTE;
  const way = random.pick(['rollback', 'hotfix', 'wait'] as const);
  const deployments: SimulatedDeployment[] = [];
  if (way === 'rollback' && before) {
    deployments.push(
      deploy(repository, {
        sha: before,
        environment,
        at: mendedAt,
        kind: 'rollback',
        outcome: 'success',
      }),
    );
  }
  if (way === 'hotfix') {
    deployments.push(
      deploy(repository, {
        sha: shaOf(repository.slug, 'hotfix', sha),
        environment,
        at: mendedAt,
        kind: 'hotfix',
        outcome: 'success',
      }),
    );
  }
  const until = deployments[0] ? finishOf(deployments[0]) : mendedAt;
  const isNoticed = repository.serviceId && random.chance(0.8);
  return {
    deployments,
    incidents: isNoticed
      ? [incidentAfter(repository, { seed: sha, from: at, until, random })]
      : [],
  };
}

/** The deployments of a repository's merged changes, and what went wrong with them. */
export function simulateDeployments(
  repository: Repository,
  changes: readonly SimulatedChange[],
): Pick<RepositoryHistory, 'deployments' | 'incidents'> {
  const { slug, habits } = repository;
  const merged = changes
    .filter((change): change is MergedChange => change.mergedAt !== undefined)
    .sort((a, b) => a.mergedAt - b.mergedAt);
  const deployments: SimulatedDeployment[] = [];
  const incidents: SimulatedIncident[] = [];
  let next = 0;
  let before: string | undefined;
  for (const time of releaseTimes(repository, merged)) {
    let sha: string | undefined;
    while (next < merged.length && merged[next].mergedAt <= time) {
      sha = merged[next].mergeSha;
      next += 1;
    }
    if (!sha) {
      continue;
    }
    const random = Random.of(slug, 'release', sha);
    const base = { sha, kind: 'change' as const };
    let at = time;
    if (random.chance(0.04)) {
      const [environment] = habits.regions;
      const failed = deploy(repository, {
        ...base,
        environment,
        at,
        outcome: 'failure',
      });
      deployments.push(failed);
      at = finishOf(failed) + 15 * MINUTE;
    }
    const rolledOut = habits.regions.map((environment, i) =>
      deploy(repository, {
        ...base,
        environment,
        at: at + i * 4 * MINUTE,
        outcome: 'success',
      }),
    );
    deployments.push(...rolledOut);
    if (random.chance(habits.failureShare)) {
      const mended = mend(repository, {
        sha,
        before,
        at: finishOf(rolledOut[rolledOut.length - 1]),
        random,
      });
      deployments.push(...mended.deployments);
      incidents.push(...mended.incidents);
    }
    before = sha;
  }
  return { deployments, incidents };
}
