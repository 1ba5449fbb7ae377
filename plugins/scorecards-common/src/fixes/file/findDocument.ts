import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { parseDocuments } from '@fairlead/bounded-yaml';
import { JsonObject } from '@backstage/types';
import { Document } from 'yaml';
import { LIMITS } from '../../rule/limits';
import { CatalogFileProblem } from './CatalogFileProblem';

/** The document of one entity in a file. */
export interface EntityDocument {
  document: Document.Parsed;
  /** What it says. */
  value: JsonObject;
  /** Where it stands in the file, with the comments around it. */
  from: number;
  to: number;
}

/** What templates of Cookiecutter, Jinja, Helm and ERB leave in a text. */
const TEMPLATE = /\{\{|\{%|<%/;

/** Finds the document that declares an entity, or says why there is none. */
export function findDocument(
  text: string,
  entityRef: string,
): EntityDocument | CatalogFileProblem {
  const documents = parseDocuments(text, { nesting: LIMITS.nesting });
  const wanted = stringifyEntityRef(parseEntityRef(entityRef));
  for (const [index, document] of (documents ?? []).entries()) {
    const value = documentValue(document);
    if (value && refOf(value) === wanted) {
      if (document.errors.length > 0) {
        return TEMPLATE.test(text) ? 'template' : 'syntax';
      }
      return {
        document,
        value,
        from: index === 0 ? 0 : document.range[0],
        to: documents?.[index + 1]?.range[0] ?? text.length,
      };
    }
  }
  if (TEMPLATE.test(text)) {
    return 'template';
  }
  return documents?.every(({ errors }) => errors.length === 0)
    ? 'not-found'
    : 'syntax';
}

/** What a document says; undefined where its aliases say more than anybody writes. */
export function documentValue(document: Document): JsonObject | undefined {
  try {
    const value = document.toJS({ maxAliasCount: LIMITS.yamlAliases });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

function refOf({ kind, metadata }: JsonObject): string | undefined {
  if (
    typeof kind !== 'string' ||
    typeof metadata !== 'object' ||
    metadata === null ||
    Array.isArray(metadata) ||
    typeof metadata.name !== 'string'
  ) {
    return undefined;
  }
  return stringifyEntityRef({
    kind,
    namespace:
      typeof metadata.namespace === 'string' ? metadata.namespace : 'default',
    name: metadata.name,
  });
}
