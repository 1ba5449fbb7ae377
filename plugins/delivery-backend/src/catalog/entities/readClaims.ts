import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { REPOSITORY_ANNOTATIONS } from '../../records/matching';
import { parseSlug } from './parseSlug';
import { parseSourceLocation, RepositoryPlace } from './parseSourceLocation';

/** A subject that an entity names as its own. */
export interface Claim {
  annotation: string;
  /** Lower case. */
  value: string;
  /** Globs of its part of the repository; empty for all of it. */
  paths: string[];
}

/** The annotation under which an entity is found by its own ref. */
export const ENTITY_REF_ANNOTATION = 'backstage.io/entity-ref';

/** The annotation with the globs of an entity's part of its repository, separated by commas. */
const PATHS_ANNOTATION = 'fairlead.dev/paths';

const SERVICES = ['pagerduty.com/service-id', 'fairlead.dev/service'];

/** More, or longer ones, would be no description of a part any more. */
const GLOBS = { count: 50, length: 500 };

/** Characters of an annotation that are told in a problem. */
const MAX_TOLD = 200;

/** What an entity claims, and which of its annotations claim nothing though they should. */
export interface Claims {
  claims: Claim[];
  /** In sentences. */
  problems: string[];
}

/**
 * What an entity claims by its annotations.
 *
 * @remarks
 *
 * Backstage itself gives every entity that it reads from a repository the source location of the file, so that alone
 * says least. It makes a claim for components only, since a system or an API described beside one would claim all of the
 * repository, and only where no annotation names a repository. The folder it points to is the entity's part unless
 * `fairlead.dev/paths` says which is. A folder for settings, such as `.backstage`, stands for the one it lies in.
 */
export function readClaims(entity: Entity): Claims {
  const { annotations = {} } = entity.metadata;
  const valueOf = (annotation: string) =>
    annotations[annotation]?.trim().toLowerCase() || undefined;
  const place = parseSourceLocation(annotations[ANNOTATION_SOURCE_LOCATION]);
  const placeSlug = place && parseSlug(place.annotation, place.slug);
  const own = readGlobs(annotations[PATHS_ANNOTATION]);

  const problems: string[] = [];
  const repositories = REPOSITORY_ANNOTATIONS.flatMap(annotation => {
    const text = annotations[annotation]?.trim();
    const value = text && parseSlug(annotation, text);
    if (text && !value) {
      problems.push(describeProblem(annotation, text));
    }
    return value ? [{ annotation, value }] : [];
  });
  const isComponent = entity.kind.toLocaleLowerCase('en-US') === 'component';
  if (repositories.length === 0 && placeSlug && isComponent) {
    repositories.push({ annotation: place.annotation, value: placeSlug });
  }
  const services = SERVICES.flatMap(annotation => {
    const value = valueOf(annotation);
    return value ? [{ annotation, value, paths: [] }] : [];
  });
  const claims = [
    ...repositories.map(repository => ({
      ...repository,
      paths: own.length > 0 ? own : globsOf(place, repository),
    })),
    ...services,
    {
      annotation: ENTITY_REF_ANNOTATION,
      value: stringifyEntityRef(entity),
      paths: [],
    },
  ];
  return { claims, problems };
}

function describeProblem(annotation: string, text: string): string {
  const shape = annotation.startsWith('gitlab')
    ? 'group/project'
    : 'owner/repository';
  return `Annotation ${annotation}: '${text.slice(
    0,
    MAX_TOLD,
  )}' is no ${shape}`;
}

function readGlobs(text: string = ''): string[] {
  const globs = text
    .split(',')
    .map(glob => glob.trim())
    .filter(glob => glob && glob.length <= GLOBS.length);
  return [...new Set(globs)].slice(0, GLOBS.count).sort();
}

function globsOf(
  place: RepositoryPlace | undefined,
  repository: { annotation: string; value: string },
): string[] {
  const isSame =
    place?.annotation === repository.annotation &&
    place.slug === repository.value;
  return isSame ? place.folders.map(folder => `${folder}/**`) : [];
}
