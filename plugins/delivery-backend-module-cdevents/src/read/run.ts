import { z } from 'zod';
import { EventReader, SOURCE_ID } from '../event';
import { personOf, repositoryOf, scopeOf, subjectsOf } from '../names';
import { PROGRESS } from './status';

const contentSchema = z.object({
  pipelineName: z.string().nullish(),
  outcome: z.string().nullish(),
  /** `url` in older versions of the specification. */
  uri: z.string().nullish(),
  url: z.string().nullish(),
});

function createReader(
  progress: keyof typeof PROGRESS,
): EventReader<z.output<typeof contentSchema>> {
  return {
    content: contentSchema,
    read(event, readContext) {
      const { context, subject, customData } = event;
      const { startedBy } = customData;
      const { pipelineName, outcome, uri, url } = subject.content;
      const repository = repositoryOf(event);
      return [
        {
          record: {
            kind: 'run',
            source: SOURCE_ID,
            repo: repository?.slug ?? scopeOf(event),
            runId: subject.id,
            attempt: 1,
            startedBy:
              startedBy && personOf(startedBy, repository, readContext),
            workflow: pipelineName ?? undefined,
            headSha: customData.commit,
            branch: customData.branch,
            onDefaultBranch: customData.onDefaultBranch,
            url: uri ?? url ?? undefined,
            ...PROGRESS[progress](context.timestamp, outcome),
          },
          occurredAt: context.timestamp,
          subjects: subjectsOf(event, { repository }),
        },
      ];
    },
  };
}

/** What is read of runs of pipelines. */
export const runReaders = {
  'pipelinerun.queued': createReader('queued'),
  'pipelinerun.started': createReader('started'),
  'pipelinerun.finished': createReader('finished'),
};
