import { parseDocuments } from '@fairlead/bounded-yaml';
import { Document, isNode, LineCounter } from 'yaml';
import { ImportNote } from './types';

const NESTING = 60;

export type Path = (string | number)[];

/** A text in YAML or JSON that something is brought along from, and the notes on it. */
export class Source {
  /** What the documents hold; empty where the text cannot be read, which is noted. */
  readonly values: unknown[] = [];
  readonly #documents: Document.Parsed[] = [];
  readonly #lines = new LineCounter();
  readonly #notes = new Map<string, ImportNote & { times: number }>();

  constructor(text: string) {
    const documents = parseDocuments(text, {
      nesting: NESTING,
      lines: this.#lines,
    });
    if (!documents) {
      this.note(0, [], `nests more than ${NESTING} deep`);
      return;
    }
    const [error] = documents.flatMap(({ errors }) => errors);
    if (error) {
      const { line, col } = this.#lines.linePos(error.pos[0]);
      this.#add('', `is no YAML: ${error.message}`, () => ({
        line,
        column: col,
      }));
      return;
    }
    try {
      this.values = documents.map(document => document.toJS());
      this.#documents = documents;
    } catch (failure) {
      this.note(0, [], failure.message);
    }
  }

  get notes(): ImportNote[] {
    return [...this.#notes.values()]
      .map(({ times, message, line, column }) => ({
        line,
        column,
        message: times > 1 ? `${message} (${times} times)` : message,
      }))
      .sort((a, b) => a.line - b.line || a.column - b.column);
  }

  /** Notes something about the value at a path of a document. */
  note(document: number, path: Path, message: string): void {
    this.#add(JSON.stringify([document, path, message]), message, () =>
      this.#placeOf(document, path),
    );
  }

  /** Notes what is alike wherever it stands: it is told once, with how often it was met. */
  noteOnce(document: number, path: Path, message: string): void {
    this.#add(message, message, () => this.#placeOf(document, path));
  }

  /** Looking for a place takes long in a large document, and is done once for each note. */
  #add(
    key: string,
    message: string,
    findPlace: () => { line: number; column: number },
  ): void {
    const noted = this.#notes.get(key);
    if (noted) {
      noted.times += 1;
    } else {
      this.#notes.set(key, { ...findPlace(), message, times: 1 });
    }
  }

  /** Where the value at a path begins, or the nearest one above it. */
  #placeOf(index: number, path: Path): { line: number; column: number } {
    const document = this.#documents[index];
    for (let length = path.length; document && length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        const { line, col } = this.#lines.linePos(node.range[0]);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  }
}

/** A field of what may be no object at all. */
export function fieldOf(value: unknown, ...path: Path): unknown {
  return path.reduce<unknown>(
    (current, key) =>
      typeof current === 'object' &&
      current !== null &&
      Object.hasOwn(current, key)
        ? (current as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}
