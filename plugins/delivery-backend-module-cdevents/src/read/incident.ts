import {
  Incident,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';
import {
  CdEvent,
  EventReader,
  identify,
  referenceSchema,
  SOURCE_ID,
} from '../event';
import { parseArtifact, repositoryOf, subjectsOf } from '../names';

const contentSchema = z.object({
  description: z.string().nullish(),
  service: referenceSchema.nullish(),
  artifactId: z.string().nullish(),
  ticketURI: z.string().nullish(),
});

type IncidentEvent = CdEvent<z.output<typeof contentSchema>>;

function createReader(
  tell: (event: IncidentEvent) => Partial<RecordFields<Incident>>,
): EventReader<z.output<typeof contentSchema>> {
  return {
    content: contentSchema,
    read(event) {
      const { service, artifactId } = event.subject.content;
      return [
        {
          record: {
            kind: 'incident',
            source: SOURCE_ID,
            externalId: identify(event),
            severity: event.customData.severity,
            ...tell(event),
          },
          occurredAt: event.context.timestamp,
          subjects: subjectsOf(event, {
            serviceId: service?.id,
            artifact: artifactId ? parseArtifact(artifactId) : undefined,
            repository: repositoryOf(event),
          }),
        },
      ];
    },
  };
}

/** Incidents may be detected by a machine and reported by a person; the first of both counts. */
const begun = createReader(({ context, subject }) => ({
  detectedAt: context.timestamp,
  title: subject.content.description ?? undefined,
  url: subject.content.ticketURI ?? undefined,
}));

/** What is read of incidents. The description of an end says how it ended, and is no title. */
export const incidentReaders = {
  'incident.detected': begun,
  'incident.reported': begun,
  'incident.resolved': createReader(({ context }) => ({
    resolutions: [context.timestamp],
  })),
};
