import { parseDocuments } from '@fairlead/bounded-yaml';
import { JsonObject } from '@backstage/types';
import { LIMITS } from '../../rule/limits';
import { isSame, makeChange } from '../changeEntity';
import { EntityChange } from '../types';
import { CatalogFileProblem } from './CatalogFileProblem';
import { documentValue, EntityDocument, findDocument } from './findDocument';
import { ElsewhereError, NoPlaceError, spliceChange } from './spliceChange';

/**
 * The part of a file that declares an entity.
 *
 * @public
 */
export interface CatalogDocument {
  /** The document of the entity as it is, with the comments around it. */
  before: string;
  /** The line of the file that the document begins at, from 1. */
  line: number;
}

/**
 * What changes do to the part of a file that declares an entity.
 *
 * @public
 */
export interface CatalogFileEdit extends CatalogDocument {
  /** The document with the changes made. */
  after: string;
  /** What the document declares with the changes made. */
  declares: JsonObject;
}

/**
 * The document of a file that declares an entity, or why there is none that can be edited.
 *
 * @public
 */
export function readCatalogDocument(
  text: string,
  entityRef: string,
): CatalogDocument | CatalogFileProblem {
  const found = findDocument(text, entityRef);
  return typeof found === 'string' ? found : toDocument(text, found);
}

function toDocument(
  text: string,
  { from, to }: EntityDocument,
): CatalogDocument {
  return {
    before: text.slice(from, to),
    line: text.slice(0, from).split('\n').length,
  };
}

/**
 * Makes changes in the file that declares an entity. Only the text that changes is touched: comments, order, quotes,
 * indentation and the other documents of the file stay.
 *
 * @remarks
 *
 * The edited text is read again, and taken only if it says what the changes say and nothing else, whatever the values hold.
 *
 * @param text - the file
 * @returns the edit, or why there is none
 * @public
 */
export function editCatalogFile(
  text: string,
  options: { entityRef: string; changes: readonly EntityChange[] },
): CatalogFileEdit | CatalogFileProblem {
  const found = findDocument(text, options.entityRef);
  if (typeof found === 'string') {
    return found;
  }
  const document = toDocument(text, found);
  const { before } = document;
  const wanted: JsonObject = JSON.parse(JSON.stringify(found.value));
  let after = before;
  try {
    for (const change of options.changes) {
      const isMade = makeChange(wanted, change);
      const parsed = parseSingle(after);
      if (!isMade || !parsed) {
        return 'no-place';
      }
      if (!isSame(documentValue(parsed), wanted)) {
        after = spliceChange(after, parsed, change);
      }
    }
  } catch (error) {
    if (error instanceof ElsewhereError) {
      return 'elsewhere';
    }
    if (error instanceof NoPlaceError) {
      return 'no-place';
    }
    throw error;
  }
  if (after === before) {
    return 'ahead';
  }
  const edited = parseSingle(after);
  if (!edited || !isSame(documentValue(edited), wanted)) {
    return 'no-place';
  }
  return { ...document, after, declares: wanted };
}

/** The one good document of a text. */
function parseSingle(text: string) {
  const documents = parseDocuments(text, { nesting: LIMITS.nesting });
  return documents?.length === 1 && documents[0].errors.length === 0
    ? documents[0]
    : undefined;
}
