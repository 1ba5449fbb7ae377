import { useNumberFormat } from '@fairlead/frontend-parts';

const DAY = 24 * 3_600_000;

/** Time that several changes spent side by side, in days of changes: two that wait a day each are two of them. */
export function useChangeDays(): (ms: number) => string {
  const format = useNumberFormat();
  const formatPart = useNumberFormat({ maximumFractionDigits: 2 });
  return ms => (ms < DAY ? formatPart : format)(ms / DAY);
}
