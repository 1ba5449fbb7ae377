import { WaitView } from '@fairlead/backstage-plugin-delivery-common';
import { Segment, useTranslationRef } from '@fairlead/frontend-parts';
import { useTheme } from '@material-ui/core/styles';
import { useMeasureFormat, useWaitWords, waitColor } from '../states';
import { deliveryTranslationRef } from '../translation';

/** What a bar tells of a kind of wait. */
export type DrawnWait = Pick<WaitView, 'kind' | 'share' | 'of' | 'few'>;

/**
 * Turns waits into parts of a bar: the largest first, coding last because it is no wait, none that is nothing. Where
 * coding is not known of all changes, its share is none of the same whole: then what the waits leave is one part. Of few
 * changes the parts have no numbers.
 */
export function useWaitSegments(): (waits: readonly DrawnWait[]) => Segment[] {
  const theme = useTheme();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const word = useWaitWords();
  const format = useMeasureFormat();
  return waits => {
    const all = Math.max(...waits.map(({ of }) => of));
    const known = waits
      .map(({ share = 0, ...wait }) => ({ ...wait, share }))
      .filter(({ share, of }) => share > 0 && of === all)
      .sort(
        (a, b) =>
          Number(a.kind === 'coding') - Number(b.kind === 'coding') ||
          b.share - a.share,
      );
    const rest = 1 - known.reduce((sum, { share }) => sum + share, 0);
    const few = waits.some(wait => wait.few);
    const textOf = (share: number) => (few ? '' : format(share, 'ratio'));
    const segments = known.map(({ kind, share }) => ({
      key: kind as string,
      label: word(kind),
      size: share,
      text: textOf(share),
      color: waitColor(theme, kind),
    }));
    return known.length > 0 && rest >= 0.005
      ? [
          ...segments,
          {
            key: 'unknown',
            label: t('states.wait.unknown'),
            size: rest,
            text: textOf(rest),
            color: theme.palette.action.disabled,
          },
        ]
      : segments;
  };
}
