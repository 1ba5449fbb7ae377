import { WaitView } from '@fairlead/backstage-plugin-delivery-common';
import { Segment } from '@fairlead/frontend-parts';
import { useTheme } from '@material-ui/core/styles';
import { useMeasureFormat, useWaitWords, waitColor } from '../states';

/** Turns waits into parts of a bar: the largest first, coding last because it is no wait, none that is nothing. */
export function useWaitSegments(): (
  waits: readonly Pick<WaitView, 'kind' | 'share'>[],
) => Segment[] {
  const theme = useTheme();
  const word = useWaitWords();
  const format = useMeasureFormat();
  return waits =>
    waits
      .map(({ kind, share = 0 }) => ({ kind, share }))
      .filter(({ share }) => share > 0)
      .sort(
        (a, b) =>
          Number(a.kind === 'coding') - Number(b.kind === 'coding') ||
          b.share - a.share,
      )
      .map(({ kind, share }) => ({
        key: kind,
        label: word(kind),
        size: share,
        text: format(share, 'ratio'),
        color: waitColor(theme, kind),
      }));
}
