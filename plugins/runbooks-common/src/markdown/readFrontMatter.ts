import { JsonObject } from '@backstage/types';
import { parseDocuments } from '@fairlead/bounded-yaml';
import { LIMITS } from './limits';
import { ReadingProblem } from './types';

/** What stands in front of the Markdown. */
export interface FrontMatter {
  fields: JsonObject;
  /** Where the Markdown begins. */
  end: number;
  problem?: ReadingProblem;
}

const NESTING = 10;

const NONE: FrontMatter = { fields: {}, end: 0 };

/** Reads front matter between lines of `---`, as Hugo, Jekyll, MkDocs and others know it; of TOML, only that it is there. */
export function readFrontMatter(text: string): FrontMatter {
  const opening = /^(---|\+\+\+)[ \t]*\n/.exec(text);
  if (!opening) {
    return NONE;
  }
  const closing =
    opening[1] === '---'
      ? /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g
      : /\n\+\+\+[ \t]*(?:\n|$)/g;
  // The line break that ends the first line may begin the last one.
  closing.lastIndex = opening[0].length - 1;
  const found = closing.exec(text.slice(0, LIMITS.frontMatter));
  if (!found) {
    return NONE;
  }
  const end = found.index + found[0].length;
  const yaml = text.slice(opening[0].length, found.index + 1);
  if (opening[1] === '+++') {
    return { fields: {}, end };
  }
  const [document] = parseDocuments(yaml, { nesting: NESTING }) ?? [];
  const fields =
    document && document.errors.length === 0 ? toFields(document) : undefined;
  if (fields) {
    return { fields, end };
  }
  // A rule above a paragraph looks the same: only what looks like fields was meant as such.
  return /^[\w-]+\s*:/m.test(yaml)
    ? {
        fields: {},
        end,
        problem: {
          rule: 'front-matter',
          line: 1,
          column: 1,
          message:
            'The front matter is no YAML that can be read, write fields such as title: between the two lines of ---',
        },
      }
    : NONE;
}

function toFields(document: { toJS(): unknown }): JsonObject | undefined {
  try {
    const value = document.toJS();
    return typeof value === 'object' && value && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    // Aliases that multiply beyond what the reader of YAML allows.
    return undefined;
  }
}
