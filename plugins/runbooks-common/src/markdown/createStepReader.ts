import { SyntaxNode } from '@lezer/common';
import { shortHash } from './hash';
import { LIMITS } from './limits';
import { plainText } from './plainText';
import { SourceLines } from './SourceLines';
import { RunbookStep } from './types';

/** Collects steps from the items of lists. */
export interface StepReader {
  enter(item: SyntaxNode, section: string | undefined): void;
  leave(item: SyntaxNode): void;
  finish(): RunbookStep[];
}

export function createStepReader(
  source: string,
  lines: SourceLines,
): StepReader {
  const steps: RunbookStep[] = [];
  const counts = new Map<string, number>();
  let depth = 0;

  return {
    enter(item, section) {
      if (!isStep(item)) {
        return;
      }
      depth += 1;
      const body = item.getChild('Task') ?? item.getChild('Paragraph');
      const text = body ? plainText(source, body) : '';
      if (!text || steps.length >= LIMITS.parts) {
        return;
      }
      const hash = shortHash(text);
      const count = (counts.get(hash) ?? 0) + 1;
      counts.set(hash, count);
      steps.push({
        id: count > 1 ? `${hash}-${count}` : hash,
        text,
        ...lines.placeOf(item.from),
        endLine: lines.placeOf(item.to).line,
        section,
        depth: depth - 1,
      });
    },
    leave(item) {
      if (isStep(item)) {
        depth -= 1;
      }
    },
    finish: () => steps,
  };
}

function isStep(item: SyntaxNode): boolean {
  return item.parent?.name === 'OrderedList' || item.getChild('Task') !== null;
}
