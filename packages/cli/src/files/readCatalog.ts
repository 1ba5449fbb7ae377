import { stat } from 'node:fs/promises';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isolated } from '@fairlead/bidi-text';
import { parseDocuments } from '@fairlead/bounded-yaml';
import { CannotRunError } from './CannotRunError';
import { findFiles, FoundFile } from './findFiles';
import { readText } from './readText';

const YAML = /\.ya?ml$/i;

const NESTING = 60;

/** Files with more than this hold nothing that people write. */
const LONGEST = 4 * 1024 * 1024;

/** The files that end with .yaml or .yml, of those that are named and below the folders that are. */
export async function findYaml(
  paths: readonly string[],
  options: { cwd: string },
): Promise<FoundFile[]> {
  return findFiles(paths, { ...options, isWanted: name => YAML.test(name) });
}

/** A document of a file, with where it begins. */
export interface FoundDocument {
  value: unknown;
  text: string;
  /** How many lines stand before it. */
  linesBefore: number;
}

/** The text of a file that people write. Throws a CannotRunError where there is none that can be read. */
export async function readFileText(
  path: string,
  name: string,
): Promise<string> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) {
    throw new CannotRunError(
      isolated`There is no '${name}', name a file that is there`,
    );
  }
  if (stats.isDirectory()) {
    throw new CannotRunError(isolated`'${name}' is a folder, name a file`);
  }
  if (stats.size > LONGEST) {
    throw new CannotRunError(
      isolated`'${name}' has more than ${LONGEST / 1024 / 1024} MiB`,
    );
  }
  return readText(path).catch(error => {
    throw new CannotRunError(
      isolated`'${name}' cannot be read: ${error.code ?? error.message}`,
    );
  });
}

/** The documents of a text. What stands between lines of `---` is one, as the catalog has it. */
export function splitDocuments(text: string): FoundDocument[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const documents: FoundDocument[] = [];
  let from = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (index === lines.length || /^---(?:\s|$)/.test(lines[index])) {
      const part = lines.slice(from, index).join('\n');
      if (/^[ \t]*[^\s#]/m.test(part)) {
        documents.push({
          text: part,
          value: readValue(part),
          linesBefore: from,
        });
      }
      from = index + 1;
    }
  }
  return documents;
}

/** The entities of the files of a folder, by their refs; what is no entity is passed over. */
export async function readCatalog(
  folder: string,
  { cwd }: { cwd: string },
): Promise<Map<string, Entity>> {
  const entities = new Map<string, Entity>();
  for (const { path, file } of await findYaml([folder], { cwd })) {
    for (const { value } of splitDocuments(await readFileText(path, file))) {
      if (isEntity(value)) {
        entities.set(stringifyEntityRef(value), value);
      }
    }
  }
  return entities;
}

function readValue(text: string): unknown {
  const [document] = parseDocuments(text, { nesting: NESTING }) ?? [];
  try {
    return document && document.errors.length === 0
      ? document.toJS()
      : undefined;
  } catch {
    // Aliases that multiply beyond what the reader of YAML allows.
    return undefined;
  }
}

function isEntity(value: unknown): value is Entity {
  const entity = value as Partial<Entity> | null | undefined;
  return (
    typeof entity?.kind === 'string' &&
    typeof entity.apiVersion === 'string' &&
    typeof entity.metadata?.name === 'string' &&
    ['string', 'undefined'].includes(typeof entity.metadata.namespace)
  );
}
