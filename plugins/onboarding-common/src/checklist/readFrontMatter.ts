import { parseDocuments } from '@fairlead/bounded-yaml';
import { LIMITS } from './limits';

/** What stands in front of a checklist, as in templates of issues. */
export interface FrontMatter {
  name?: string;
  about?: string;
  /** The index of the first line behind it. */
  end: number;
  isUnreadable?: boolean;
}

const NESTING = 10;

/** Reads the fields between two lines of `---` at the beginning. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  if (lines[0]?.trim() !== '---') {
    return { end: 0 };
  }
  let length = 0;
  for (let end = 1; end < lines.length; end += 1) {
    if (/^(?:---|\.\.\.)\s*$/.test(lines[end])) {
      return {
        ...readFields(lines.slice(1, end).join('\n')),
        end: end + 1,
      };
    }
    length += lines[end].length + 1;
    if (length > LIMITS.frontMatter) {
      break;
    }
  }
  return { end: 0 };
}

function readFields(yaml: string): Omit<FrontMatter, 'end'> {
  const [document] = parseDocuments(yaml, { nesting: NESTING }) ?? [];
  if (!document || document.errors.length > 0) {
    return yaml.trim() === '' ? {} : { isUnreadable: true };
  }
  try {
    const { name, title, about, description } = document.toJS() ?? {};
    return {
      ...text('name', name ?? title),
      ...text('about', about ?? description),
    };
  } catch {
    // Aliases that multiply beyond what the reader of YAML allows.
    return { isUnreadable: true };
  }
}

function text(field: string, value: unknown): Record<string, string> {
  const words =
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  return words ? { [field]: words } : {};
}
