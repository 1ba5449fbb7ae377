import { isolated } from '@fairlead/bidi-text';
import { parseDocuments } from '@fairlead/bounded-yaml';
import { Document, LineCounter } from 'yaml';
import * as z from 'zod';
import { CannotRunError } from './CannotRunError';
import { readText } from './readText';

const NESTING = 20;

/** A file of settings as it was read. */
export interface YamlFile<T> {
  value: T;
  /** The line on which the value at a path begins. */
  lineOf(path: (string | number)[]): number;
}

/** Reads a file of settings. What is wrong with it is said in one line, with the line on which it is. */
export async function readYaml<T extends z.ZodType>(
  path: string,
  name: string,
  schema: T,
): Promise<YamlFile<z.output<T>>> {
  const text = await readText(path).catch(error => {
    throw new CannotRunError(
      isolated`'${name}' cannot be read: ${error.code ?? error.message}`,
    );
  });
  const lines = new LineCounter();
  const documents = parseDocuments(text, { nesting: NESTING, lines });
  if (!documents) {
    throw new CannotRunError(
      isolated`'${name}' nests more than ${NESTING} deep`,
    );
  }
  const [document] = documents;
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error || !document) {
    const line = error ? lines.linePos(error.pos[0]).line : 1;
    throw new CannotRunError(
      isolated`'${name}' is no YAML that can be read, line ${line}: ${
        error?.message ?? 'it is empty'
      }`,
    );
  }
  const lineOf = (at: (string | number)[]) => lineOfNode(document, at, lines);
  const { data, error: wrong } = schema.safeParse(document.toJS());
  if (wrong) {
    const [{ path: at, message }] = wrong.issues;
    const keys = at.map(key => (typeof key === 'symbol' ? String(key) : key));
    throw new CannotRunError(
      isolated`'${name}', line ${lineOf(keys)}: ${
        keys.join('.') || 'the file'
      }: ${message}`,
    );
  }
  return { value: data as z.output<T>, lineOf };
}

/** The line of the value at a path, or of the nearest one above it. */
function lineOfNode(
  document: Document.Parsed,
  path: (string | number)[],
  lines: LineCounter,
): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) {
      return lines.linePos(node.range[0]).line;
    }
  }
  return 1;
}
