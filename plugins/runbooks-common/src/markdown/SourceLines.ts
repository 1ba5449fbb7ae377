import { TextPlace } from './types';

/** Finds the line and column of a place in a text. */
export interface SourceLines {
  placeOf(offset: number): TextPlace;
}

/** Lines end with `\n`. */
export function createSourceLines(text: string): SourceLines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return {
    placeOf(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (starts[middle] <= offset) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return { line: low + 1, column: offset - starts[low] + 1 };
    },
  };
}
