import { JsonObject } from '@backstage/types';
import { DemoDelivery } from '../DemoDelivery';
import { Detail } from '../Detail';
import { idOf } from '../ids';
import { Repository } from '../Repository';
import { RepositoryHistory, SimulatedRun } from '../simulate';
import { iso } from './text';

/** What a pipeline that speaks CDEvents sends of a repository. */
export function writeCdevents(
  repository: Repository,
  history: RepositoryHistory,
  detailAt: (time: number) => Detail,
): DemoDelivery[] {
  const { component, slug } = repository;
  const source = `/pipelines/${component}`;
  const send = (
    at: number,
    type: string,
    subject: { id: string; content: JsonObject; customData?: JsonObject },
  ): DemoDelivery => ({
    at,
    door: 'cdevents',
    event: type,
    body: {
      context: {
        version: '0.4.1',
        id: String(idOf(source, type, subject.id, at)),
        source,
        type: `dev.cdevents.${type}`,
        timestamp: iso(at),
      },
      subject: {
        id: subject.id,
        source,
        type: type.split('.')[0],
        content: subject.content,
      },
      customData: {
        repository: `https://github.com/${slug}`,
        ...subject.customData,
      },
    },
  });
  const repositoryRef = { id: slug, source: 'https://github.com' };
  const artifactOf = (sha: string) =>
    `pkg:oci/${component}@sha256:${sha}${sha.slice(0, 24)}`;
  const shaOfArtifact = new Set<string>();

  /** `by` is whoever set it off; none of a run by the clock or of the default branch. */
  const run = (simulated: SimulatedRun, by?: string) => {
    const id = `${simulated.id}.${simulated.attempt}`;
    const customData = {
      commit: simulated.sha,
      branch: simulated.branch,
      onDefaultBranch: simulated.event !== 'pull_request',
      ...(by && { startedBy: by }),
    };
    const content = {
      pipelineName: simulated.event === 'schedule' ? 'watch' : 'build',
      url: `https://pipelines.skerry.example/${component}/${simulated.id}`,
    };
    return [
      send(simulated.createdAt, 'pipelinerun.queued.0.2.0', {
        id,
        content,
        customData,
      }),
      send(simulated.startedAt, 'pipelinerun.started.0.2.0', {
        id,
        content,
        customData,
      }),
      send(simulated.finishedAt, 'pipelinerun.finished.0.2.0', {
        id,
        content: { ...content, outcome: simulated.outcome },
        customData,
      }),
    ];
  };

  return [
    ...history.changes.flatMap(change => [
      send(change.openedAt, 'change.created.0.3.0', {
        id: String(change.number),
        content: { repository: repositoryRef, description: change.title },
        customData: {
          commit: change.pushes[0].sha,
          firstCommitAt: iso(change.firstCommitAt),
          ...(change.byAgent && {
            origin: { kind: 'agent', tool: 'Claude Code' },
          }),
        },
      }),
      ...change.pushes.slice(1).map(({ sha, at }) =>
        send(at, 'change.updated.0.2.0', {
          id: String(change.number),
          content: { repository: repositoryRef },
          customData: { commit: sha },
        }),
      ),
      ...change.reviews.slice(0, 1).map(({ at }) =>
        send(at, 'change.reviewed.0.2.0', {
          id: String(change.number),
          content: { repository: repositoryRef },
        }),
      ),
      ...(change.mergedAt && change.mergeSha
        ? [
            send(change.mergedAt, 'change.merged.0.2.0', {
              id: String(change.number),
              content: { repository: repositoryRef },
              customData: { commit: change.mergeSha },
            }),
          ]
        : []),
      ...(change.closedAt
        ? [
            send(change.closedAt, 'change.abandoned.0.2.0', {
              id: String(change.number),
              content: { repository: repositoryRef },
            }),
          ]
        : []),
      ...change.runs.flatMap(one => run(one, change.author)),
    ]),
    ...history.trunkRuns.flatMap(one => run(one)),
    ...history.watchRuns
      .filter(({ createdAt }) => detailAt(createdAt) === 'full')
      .flatMap(one => run(one)),
    ...history.deployments.flatMap(deployment => {
      const { sha, environment, kind, statuses } = deployment;
      const last = statuses[statuses.length - 1];
      const artifactId = artifactOf(sha);
      const packaged = shaOfArtifact.has(sha)
        ? []
        : [
            send(deployment.createdAt, 'artifact.packaged.0.2.0', {
              id: artifactId,
              content: { change: { id: sha, source } },
            }),
          ];
      shaOfArtifact.add(sha);
      // A rollout that failed is told by no event of its own.
      return last.state !== 'success'
        ? packaged
        : [
            ...packaged,
            send(
              last.at,
              kind === 'rollback'
                ? 'service.rolledback.0.2.0'
                : 'service.deployed.0.2.0',
              {
                id: component,
                content: {
                  environment: { id: environment },
                  artifactId,
                },
              },
            ),
          ];
    }),
  ];
}
