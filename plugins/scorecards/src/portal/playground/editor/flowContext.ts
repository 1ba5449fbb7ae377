/** Where in braces and brackets a text ends; no position when it ends outside of them. */
export interface FlowContext {
  path: string[];
  position?: 'key' | 'value';
}

/** Reads `{ kind: Component, spec.type: { $in: [service` from its start. */
export function readFlow(text: string): FlowContext {
  const open: { list: boolean; key?: string }[] = [];
  let word = '';

  for (const [index, char] of [...text].entries()) {
    const current = open[open.length - 1];
    if (char === '{' || char === '[') {
      open.push({ list: char === '[' });
      word = '';
    } else if (char === '}' || char === ']') {
      open.pop();
      word = '';
    } else if (char === ',') {
      if (current) {
        current.key = undefined;
      }
      word = '';
    } else if (
      char === ':' &&
      current &&
      !current.list &&
      current.key === undefined &&
      /^\s?$/.test(text.charAt(index + 1))
    ) {
      current.key = word.trim().replace(/^(["'])(.*)\1$/, '$2');
      word = '';
    } else {
      word += char;
    }
  }

  const innermost = open[open.length - 1];
  return {
    path: open.flatMap(frame => {
      if (frame.list) {
        return ['[]'];
      }
      return frame.key === undefined ? [] : [frame.key];
    }),
    position: innermost && (innermost.list || innermost.key ? 'value' : 'key'),
  };
}
