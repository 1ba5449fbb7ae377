import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogNaming } from './combineNaming';
import { LocatedRepository, locateRepository } from './locateRepository';

/** A subject that an entity names as its own. */
export interface Claim {
  annotation: string;
  /** Lower case. */
  value: string;
  /** Globs of its part of the repository; empty for all of it. */
  paths: string[];
  /** It names a repository, which may hold several entities; all others name the entity itself. */
  isRepository: boolean;
}

/** The annotation under which an entity is found by its own ref. */
export const ENTITY_REF_ANNOTATION = 'backstage.io/entity-ref';

/** The annotation with the globs of an entity's part of its repository, separated by commas. */
const PATHS_ANNOTATION = 'fairlead.dev/paths';

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
 * What an entity claims by those of its annotations that sources know.
 *
 * @remarks
 *
 * Backstage itself gives every entity that it reads from a repository the source location of the file, so that alone
 * says least. It makes a claim for components only, since a system or an API described beside one would claim all of the
 * repository, and only where no annotation names a repository. The folder it points to is the entity's part unless
 * `fairlead.dev/paths` says which is. A folder for settings, such as `.backstage`, stands for the one it lies in.
 */
export function readClaims(entity: Entity, naming: CatalogNaming): Claims {
  const { annotations = {} } = entity.metadata;
  const valueOf = (annotation: string) =>
    annotations[annotation]?.trim().toLowerCase() || undefined;
  const place = locateRepository(
    annotations[ANNOTATION_SOURCE_LOCATION],
    naming.repositories,
  );
  const own = readGlobs(annotations[PATHS_ANNOTATION]);

  const problems: string[] = [];
  const repositories = naming.repositories.flatMap(
    ({ annotation, form, parse }) => {
      const text = annotations[annotation]?.trim();
      const value = text && parse(text);
      if (text && !value) {
        problems.push(
          `Annotation ${annotation}: '${text.slice(
            0,
            MAX_TOLD,
          )}' is no ${form}`,
        );
      }
      return value ? [{ annotation, value }] : [];
    },
  );
  const isComponent = entity.kind.toLocaleLowerCase('en-US') === 'component';
  if (repositories.length === 0 && place && isComponent) {
    repositories.push({ annotation: place.annotation, value: place.value });
  }
  const services = naming.services.flatMap(({ annotation }) => {
    const value = valueOf(annotation);
    return value ? [{ annotation, value, paths: [], isRepository: false }] : [];
  });
  const claims = [
    ...repositories.map(repository => ({
      ...repository,
      paths: own.length > 0 ? own : globsOf(place, repository),
      isRepository: true,
    })),
    ...services,
    {
      annotation: ENTITY_REF_ANNOTATION,
      value: stringifyEntityRef(entity),
      paths: [],
      isRepository: false,
    },
  ];
  return { claims, problems };
}

function readGlobs(text: string = ''): string[] {
  const globs = text
    .split(',')
    .map(glob => glob.trim())
    .filter(glob => glob && glob.length <= GLOBS.length);
  return [...new Set(globs)].slice(0, GLOBS.count).sort();
}

function globsOf(
  place: LocatedRepository | undefined,
  repository: { annotation: string; value: string },
): string[] {
  const isSame =
    place?.annotation === repository.annotation &&
    place.value === repository.value;
  return isSame ? place.folders.map(folder => `${folder}/**`) : [];
}
