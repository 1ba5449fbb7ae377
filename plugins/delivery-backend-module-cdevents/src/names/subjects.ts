import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { CdEvent } from '../event/CdEvent';
import { Artifact } from './purl';
import {
  parseRepository,
  Repository,
  subjectsOfRepository,
} from './repository';

/** By which entities name what is neither a repository nor an entity. */
export const SERVICE_ANNOTATION = 'fairlead.dev/service';

const service = (value: string): Subject => ({
  annotation: SERVICE_ANNOTATION,
  value,
});

function distinct(subjects: Subject[]): Subject[] {
  const byName = subjects.map(
    subject => [`${subject.annotation} ${subject.value}`, subject] as const,
  );
  return [...new Map(byName).values()];
}

/**
 * What an event is about. Where nothing that it says names anything that entities are known by, its system stands in:
 * so it is listed, and an entity can claim it as its service.
 */
export function subjectsOf(
  event: CdEvent,
  named: {
    repository?: Repository;
    artifact?: Artifact;
    serviceId?: string;
  } = {},
): Subject[] {
  const { entityRef } = event.customData;
  const repositories = [named.repository, named.artifact?.repository].filter(
    repository => repository !== undefined,
  );
  const services = [named.serviceId, named.artifact?.name].filter(
    name => name !== undefined,
  );
  const subjects = [
    ...entityRef.map(value => ({
      annotation: 'backstage.io/entity-ref',
      value,
    })),
    ...services.map(service),
    ...repositories.flatMap(subjectsOfRepository),
  ];
  return subjects.length > 0
    ? distinct(subjects)
    : [service(systemOf(event.subject))];
}

/**
 * What holds the records of an event together where nothing names a repository: the entity that it is about, or else the
 * system that knows its subject.
 *
 * @param place - names the subject, or what it is a part of
 */
export function scopeOf(
  { customData, subject }: CdEvent,
  place: { id: string; source?: string | null } = subject,
): string {
  const [entity] = [...customData.entityRef].sort();
  return (
    entity ??
    systemOf({ id: place.id, source: place.source || systemOf(subject) })
  );
}

/**
 * The source of a subject. There are systems, such as Tekton, that put the address of the very run in its place: what
 * leads up to it is the same for all runs.
 */
function systemOf({ id, source }: { id: string; source: string }): string {
  const parts = source.split('/');
  const itself = parts.lastIndexOf(id);
  const system = itself < 0 ? source : parts.slice(0, itself).join('/');
  return (system || source).toLowerCase();
}

/** The repository that the sender added to an event, or that its source is. */
export function repositoryOf(event: CdEvent): Repository | undefined {
  const { customData, subject } = event;
  if (customData.repository) {
    return parseRepository(customData.repository);
  }
  const source = parseRepository(subject.source);
  // Two path segments alone do not prove that this is a repository.
  return source && source.host !== 'other' ? source : undefined;
}
