import { Subject } from '@fairlead/backstage-plugin-delivery-node';

/** Claims of these name a repository, which may hold several entities; all others name the entity itself. */
export const REPOSITORY_ANNOTATIONS: readonly string[] = [
  'github.com/project-slug',
  'gitlab.com/project-slug',
];

/** A subject as it is stored and compared: its value in lower case. */
export function readSubject({ annotation, value }: Subject): Subject {
  return { annotation, value: value.trim().toLowerCase() };
}

/** Sets subjects apart in maps. */
export function subjectKey({ annotation, value }: Subject): string {
  return `${annotation}\n${value}`;
}
