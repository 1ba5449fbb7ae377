import {
  NameRepository,
  renameRepositories,
} from '@fairlead/backstage-plugin-delivery-common';
import { RepositoryAnnotations } from '../matching';
import {
  listRepositories,
  MentionedRepository,
  RepositoryNames,
} from '../repositories';
import { Told, ToldRepository } from '../../intake/reading/readDelivery';

/** What a delivery tells, and which repository it is about. */
export interface NamedReading {
  told: readonly Told[];
  repository?: ToldRepository;
}

/** All repositories that deliveries name. */
export function listMentioned(
  readings: readonly NamedReading[],
  repositories: RepositoryAnnotations,
): MentionedRepository[] {
  const named = new Map<string, MentionedRepository>();
  const add = ({ source, name }: MentionedRepository) =>
    named.set(`${source}\n${name}`, { source, name });
  for (const { told, repository } of readings) {
    if (repository) {
      const { source, name, formerNames } = repository;
      [name, ...formerNames].forEach(one => add({ source, name: one }));
    }
    for (const { record, subjects } of told) {
      listRepositories(record).forEach(add);
      subjects
        .filter(({ annotation }) => repositories.has(annotation))
        .forEach(({ value }) => add({ source: record.source, name: value }));
    }
  }
  return [...named.values()];
}

/** What deliveries tell, with all repositories in it under their present names. */
export function nameRepositories<R extends NamedReading>(
  readings: readonly R[],
  options: { names: RepositoryNames; repositories: RepositoryAnnotations },
): R[] {
  const { names, repositories } = options;
  return readings.map(reading => {
    const { repository } = reading;
    const nameOf: NameRepository = ({ source, name }) =>
      names.presentOf({
        source,
        name,
        id: repository?.source === source ? repository.id : undefined,
      });
    return names.areAllPresent
      ? reading
      : {
          ...reading,
          told: reading.told.map(one => rename(one, nameOf, repositories)),
        };
  });
}

function rename(
  told: Told,
  nameOf: NameRepository,
  repositories: RepositoryAnnotations,
): Told {
  const { source } = told.record;
  return {
    ...told,
    record: renameRepositories(told.record, nameOf),
    subjects: told.subjects.map(subject =>
      repositories.has(subject.annotation)
        ? { ...subject, value: nameOf({ source, name: subject.value }) }
        : subject,
    ),
  };
}
