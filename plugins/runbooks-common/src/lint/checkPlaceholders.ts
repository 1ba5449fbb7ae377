import { isolated } from '@fairlead/bidi-text';
import { RunbookOutline } from '../markdown';
import { Finding } from './rules';

/** Placeholders that no label will ever fill. */
export function checkPlaceholders(
  { placeholders }: RunbookOutline,
  labels: readonly string[] | undefined,
): Finding[] {
  const known = labels && new Set(labels);
  return placeholders.flatMap(({ label, raw, line, column }) => {
    if (label === undefined) {
      return {
        rule: 'placeholder-unknown' as const,
        line,
        column,
        message: isolated`'${raw}' names no label, write the name of one, for example {{ $labels.namespace }}`,
      };
    }
    return known && !known.has(label)
      ? {
          rule: 'placeholder-unknown' as const,
          line,
          column,
          message: isolated`No alert has the label '${label}' that '${raw}' asks for`,
        }
      : [];
  });
}
