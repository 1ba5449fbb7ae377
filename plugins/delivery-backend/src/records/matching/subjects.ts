import { Subject } from '@fairlead/backstage-plugin-delivery-node';

/**
 * The annotations that name a repository, which may hold several entities; all others name the entity itself. Sources say
 * which these are.
 */
export type RepositoryAnnotations = ReadonlySet<string>;

/** Stands for the subjects of a record that names none, so that it is listed among those that nobody claims. */
export const NO_SUBJECT: Subject = { annotation: '', value: '' };

/** A subject as it is stored and compared: its value in lower case. */
export function readSubject({ annotation, value }: Subject): Subject {
  return { annotation, value: value.trim().toLowerCase() };
}

/** Sets subjects apart in maps. */
export function subjectKey({ annotation, value }: Subject): string {
  return `${annotation}\n${value}`;
}
