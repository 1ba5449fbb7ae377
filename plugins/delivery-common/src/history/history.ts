import { Origin } from '../origin';
import {
  Approval,
  Change,
  DeliveryRecord,
  Deployment,
  Job,
  Link,
  RecordKind,
  Run,
  settleRun,
  TestResult,
} from '../records';
import { indexChanges } from './changeIndex';
import { Deliveries, deliverChanges } from './deliveries';
import { classifyEnvironment, EnvironmentClass } from './environments';
import { Failures, findFailures } from './failures';
import { DEFAULT_HISTORY_OPTIONS, HistoryOptions } from './options';
import { byTexts } from './order';
import { originsOf } from './originsOf';
import { Rollout, rolloutsOf } from './rollouts';
import { Release, sequenceReleases } from './sequence';

/**
 * What the records of a scope come to: the common ground of all measures, computed once.
 *
 * @public
 */
export interface DeliveryHistory {
  options: HistoryOptions;
  changes: Change[];
  /** By whom each change was made, by its key; without those that are no work of their own. */
  origins: Map<string, Origin>;
  runs: Run[];
  jobs: Job[];
  approvals: Approval[];
  tests: TestResult[];
  /** All deployments, of any environment. */
  deployments: Deployment[];
  /** The deployments outside production, and those of which that is not known. */
  outside: {
    deployment: Deployment;
    class: Exclude<EnvironmentClass, 'production'>;
  }[];
  /** The rollouts to production, whatever their outcome. */
  rollouts: Rollout[];
  /** The successful ones of each service in order. */
  releases: Map<string, Release[]>;
  deliveries: Deliveries;
  failures: Failures;
}

function ofKind<K extends RecordKind>(
  records: readonly DeliveryRecord[],
  kind: K,
) {
  return records.filter(
    (record): record is Extract<DeliveryRecord, { kind: K }> =>
      record.kind === kind,
  );
}

/**
 * Gives deployments that name an artifact the commit of the change that the artifact contains, and the repository of
 * that change: who deploys an artifact often knows neither. Of several changes, the one merged last.
 */
function resolveArtifacts(
  deployments: readonly Deployment[],
  links: readonly Link[],
  changes: readonly Change[],
): Deployment[] {
  const known = new Map<string, Change>();
  for (const change of changes) {
    const names = [
      change.key,
      change.sha,
      change.mergedAt ? change.mergeSha : undefined,
    ];
    names
      .filter(name => name !== undefined)
      .forEach(name => known.set(name, change));
  }
  const contents = new Map(
    links
      .filter(({ type }) => type === 'contains')
      .filter(({ verdict }) => verdict?.confidence !== 'rejected')
      .sort(byTexts(({ to }) => [known.get(to)?.mergedAt ?? '', to]))
      .map(({ from, to }) => [from, to]),
  );
  return deployments.map(deployment => {
    const content = contents.get(deployment.artifact ?? '');
    if (deployment.sha || content === undefined) {
      return deployment;
    }
    const change = known.get(content);
    const { mergeSha, sha, headSha } = change ?? {};
    return {
      ...deployment,
      repo: change?.repo ?? deployment.repo,
      sha: mergeSha ?? sha ?? headSha ?? content,
    };
  });
}

/**
 * Reads a history from merged records.
 *
 * @remarks
 * Pass all records of the scope, not only those of the window asked about: the first deployment in the records is
 * taken as the boundary of what is known, and what a release brought depends on the one before it. The result depends
 * on the set of records alone, not on their order.
 *
 * @public
 */
export function readHistory(
  records: readonly DeliveryRecord[],
  options: Partial<HistoryOptions> & Pick<HistoryOptions, 'now'>,
): DeliveryHistory {
  const chosen = { ...DEFAULT_HISTORY_OPTIONS, ...options };
  const changes = ofKind(records, 'change');
  const links = ofKind(records, 'link');
  const incidents = ofKind(records, 'incident').filter(
    ({ withdrawn }) => !withdrawn,
  );
  const deployments = resolveArtifacts(
    ofKind(records, 'deployment'),
    links,
    changes,
  );
  const classified = deployments.map(deployment => ({
    deployment,
    class: classifyEnvironment(deployment, chosen.environments),
  }));
  const rollouts = rolloutsOf(
    classified.filter(c => c.class === 'production').map(c => c.deployment),
    chosen,
  );
  const sequences = sequenceReleases(rollouts, chosen);
  const index = indexChanges(changes);
  const deliveries = deliverChanges({
    sequences,
    index,
    historyGap: chosen.historyGap,
  });
  return {
    options: chosen,
    changes,
    origins: originsOf(changes, chosen.originRules),
    runs: ofKind(records, 'run').map(settleRun),
    jobs: ofKind(records, 'job'),
    approvals: ofKind(records, 'approval'),
    tests: ofKind(records, 'test'),
    deployments,
    outside: classified.filter(
      (c): c is DeliveryHistory['outside'][number] => c.class !== 'production',
    ),
    rollouts,
    releases: sequences,
    deliveries,
    failures: findFailures({
      sequences,
      deliveries,
      index,
      changes,
      incidents,
      links,
      attributionWindow: chosen.attributionWindow,
    }),
  };
}
