import { z } from 'zod';
import { EventReader, referenceSchema, SOURCE_ID } from '../event';
import { parseArtifact, repositoryOf, scopeOf, subjectsOf } from '../names';
import { PROGRESS } from './status';

const contentSchema = z.object({
  taskName: z.string().nullish(),
  pipelineRun: referenceSchema.nullish(),
  artifactId: z.string().nullish(),
  outcome: z.string().nullish(),
  uri: z.string().nullish(),
  url: z.string().nullish(),
});

/** A build is a job too: it is part of a pipeline, whose time would count twice if it were a run. */
function createReader(
  noun: 'taskrun' | 'build',
  progress: keyof typeof PROGRESS,
): EventReader<z.output<typeof contentSchema>> {
  return {
    content: contentSchema,
    read(event) {
      const { context, subject, customData } = event;
      const { taskName, pipelineRun, outcome, uri, url, artifactId } =
        subject.content;
      const artifact = artifactId ? parseArtifact(artifactId) : undefined;
      const repository = repositoryOf(event);
      return [
        {
          record: {
            kind: 'job',
            source: SOURCE_ID,
            jobId: `${subject.source}#${noun}/${subject.id}`,
            repo: repository?.slug ?? scopeOf(event, pipelineRun ?? subject),
            runId: pipelineRun?.id,
            attempt: pipelineRun ? 1 : undefined,
            name: taskName ?? noun,
            headSha: customData.commit,
            url: uri ?? url ?? undefined,
            ...PROGRESS[progress](context.timestamp, outcome),
          },
          occurredAt: context.timestamp,
          subjects: subjectsOf(event, { repository, artifact }),
        },
      ];
    },
  };
}

/** What is read of the tasks of pipelines, and of builds. */
export const jobReaders = {
  'taskrun.queued': createReader('taskrun', 'queued'),
  'taskrun.started': createReader('taskrun', 'started'),
  'taskrun.finished': createReader('taskrun', 'finished'),
  'build.queued': createReader('build', 'queued'),
  'build.started': createReader('build', 'started'),
  'build.finished': createReader('build', 'finished'),
};
