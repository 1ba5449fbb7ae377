import { DeploymentKind } from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';
import { EventReader, referenceSchema, SOURCE_ID } from '../event';
import { parseArtifact, repositoryOf, subjectsOf } from '../names';

const contentSchema = z.object({
  environment: referenceSchema.nullish(),
  artifactId: z.string().nullish(),
});

function createReader(
  type: string,
  deploymentKind?: DeploymentKind,
): EventReader<z.output<typeof contentSchema>> {
  return {
    content: contentSchema,
    read(event) {
      const { context, subject, customData } = event;
      const { environment, artifactId } = subject.content;
      const artifact = artifactId ? parseArtifact(artifactId) : undefined;
      const repository = repositoryOf(event) ?? artifact?.repository;
      return [
        {
          record: {
            kind: 'deployment',
            source: SOURCE_ID,
            // When nothing names a repository, the change in the artifact does so later.
            repo: repository?.slug ?? subject.id,
            // The subject is the service, so that each event is a deployment of its own.
            externalId: `${context.source}#${type}/${context.id}`,
            environment: environment?.id,
            artifact: artifactId ?? undefined,
            sha: customData.commit ?? artifact?.commit,
            createdAt: context.timestamp,
            statuses: [{ state: 'success', at: context.timestamp }],
            deploymentKind,
          },
          occurredAt: context.timestamp,
          subjects: subjectsOf(event, {
            repository,
            artifact,
            serviceId: subject.id,
          }),
        },
      ];
    },
  };
}

/** What is read of services: that they were deployed. CDEvents tell of no deployment that failed. */
export const serviceReaders = {
  'service.deployed': createReader('deployed'),
  'service.upgraded': createReader('upgraded'),
  'service.rolledback': createReader('rolledback', 'rollback'),
};
