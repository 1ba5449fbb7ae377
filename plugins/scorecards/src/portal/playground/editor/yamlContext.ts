import { readFlow } from './flowContext';

/** Where in a YAML text somebody is writing. */
export interface YamlContext {
  /** The keys that lead here, outermost first; `[]` stands for an item of a list. */
  path: string[];
  /** Whether a key or a value is being written. */
  position: 'key' | 'value';
}

interface Frame {
  column: number;
  name: string;
}

const KEY =
  /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#[\]{},&*!|>%@`-][^:#]*?)\s*:(?:\s+|$)/;
const DASH = /^-(\s+|$)/;
const BLOCK_SCALAR = /^[|>][+-]?\d*\s*(#.*)?$/;

/**
 * Tells where in the document the end of the last line is, from indentation alone; undefined inside a block of text.
 *
 * A parser would be more exact, but text being typed is seldom valid YAML, and completion is wanted just then.
 */
export function readYamlContext(
  lines: readonly string[],
): YamlContext | undefined {
  const frames: Frame[] = [];
  let blockScalar: number | undefined;

  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    let column = line.length - line.trimStart().length;
    let rest = line.slice(column);
    if (!isLast && (rest === '' || rest.startsWith('#'))) {
      continue;
    }
    if (blockScalar !== undefined && (column > blockScalar || rest === '')) {
      if (isLast && column > blockScalar) {
        return undefined;
      }
      continue;
    }
    blockScalar = undefined;

    let dash = DASH.exec(rest);
    while (dash) {
      enterItem(frames, column);
      column += dash[0].length;
      rest = rest.slice(dash[0].length);
      dash = DASH.exec(rest);
    }

    const key = KEY.exec(rest);
    if (!key) {
      if (isLast) {
        leave(frames, column);
        const flow = readFlow(rest);
        return {
          path: [...frames.map(frame => frame.name), ...flow.path],
          position: flow.position ?? 'key',
        };
      }
      continue;
    }
    leave(frames, column);
    frames.push({ column, name: unquote(key[1]) });
    const value = rest.slice(key[0].length);
    if (isLast) {
      const flow = readFlow(value);
      return {
        path: [...frames.map(frame => frame.name), ...flow.path],
        position: flow.position ?? 'value',
      };
    }
    if (BLOCK_SCALAR.test(value)) {
      blockScalar = column;
    }
  }
  return { path: [], position: 'key' };
}

function leave(frames: Frame[], column: number) {
  while (frames.length > 0 && frames[frames.length - 1].column >= column) {
    frames.pop();
  }
}

/** The dash of an item may stand in the same column as the key of its list. */
function enterItem(frames: Frame[], column: number) {
  leave(frames, column + 1);
  if (frames[frames.length - 1]?.column === column) {
    const top = frames[frames.length - 1];
    if (top.name === '[]') {
      frames.pop();
    }
  }
  frames.push({ column, name: '[]' });
}

function unquote(key: string) {
  return key.replace(/^(["'])(.*)\1$/, '$2');
}
