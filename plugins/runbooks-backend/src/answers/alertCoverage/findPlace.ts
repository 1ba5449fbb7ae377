import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';

/** Where the files of a runbook belong. */
export interface DraftPlace {
  /** From the root of the repository, with a slash at the end. */
  directory: string;
  /** Where they can be proposed. */
  editUrl?: string;
}

/** Hosts put a branch, and behind it the path, after one of these. */
const FILE_PATH = /\/(?:-\/)?(?:blob|tree|edit|raw|src)\/[^/]+\/(.*)$/;

/** The files of a runbook stand in a folder beside the file of the entity. */
const FOLDER = 'runbooks/';

/**
 * Finds where the files of a runbook of an entity belong: beside the file that the entity was read from. The link for
 * proposing them is the entity's edit URL; the file's own address is not taken for it, since nothing can be proposed there.
 */
export function findPlace(entity: Entity | undefined): DraftPlace {
  const annotations = entity?.metadata.annotations ?? {};
  const location = [ANNOTATION_LOCATION, ANNOTATION_SOURCE_LOCATION]
    .map(name => readUrl(annotations[name]))
    .find(url => url !== undefined);
  const path = location && FILE_PATH.exec(location.pathname)?.[1];
  const directory = path?.replace(/[^/]*$/, '') ?? '';
  const editUrl = annotations[ANNOTATION_EDIT_URL];
  return {
    directory: `${decode(directory)}${FOLDER}`,
    ...(editUrl && { editUrl }),
  };
}

function readUrl(ref: string | undefined): URL | undefined {
  if (!ref) {
    return undefined;
  }
  try {
    const { type, target } = parseLocationRef(ref);
    return type === 'url' ? new URL(target) : undefined;
  } catch {
    return undefined;
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
