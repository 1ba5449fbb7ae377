import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';

const YAML_FILE = /\.ya?ml$/i;

/**
 * A file that declares an entity.
 *
 * @public
 */
export interface CatalogFile {
  /** `file` for one on a disk of the portal. */
  type: 'url' | 'file';
  target: string;
}

/**
 * The file that declares an entity; undefined for what comes from elsewhere, such as a directory of people or an
 * organisation of a host. The place of the entity itself comes before that of the location that led to it.
 *
 * @public
 */
export function locateCatalogFile(entity: Entity): CatalogFile | undefined {
  const { annotations = {} } = entity.metadata;
  const ref =
    annotations[ANNOTATION_LOCATION] ?? annotations[ANNOTATION_ORIGIN_LOCATION];
  try {
    const { type, target } = parseLocationRef(ref);
    if (type === 'file' && YAML_FILE.test(target)) {
      return { type, target };
    }
    return type === 'url' && namesYaml(new URL(target))
      ? { type, target }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Azure DevOps names the file in the query. */
function namesYaml({ pathname, searchParams }: URL): boolean {
  return (
    YAML_FILE.test(pathname) || YAML_FILE.test(searchParams.get('path') ?? '')
  );
}
