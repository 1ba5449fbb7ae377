import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useLocale } from '../useLocale';

/** How times read: all in the reader's zone. */
export interface TimeFormat {
  /** `2 hours ago`. */
  relative(iso: string): string;
  /** `12 Nov`, with the year when it is not this one. */
  day(iso: string): string;
  /** `12 November 2026 at 09:15 UTC`. */
  absolute(iso: string): string;
  /** `12 Nov, 09:15`, with the year when it is not this one. */
  moment(iso: string): string;
}

/** Formats times as the reader writes them. */
export function useTimeFormat(): TimeFormat {
  const locale = useLocale();
  return useMemo(() => {
    const parse = (iso: string) => DateTime.fromISO(iso).setLocale(locale);
    return {
      relative: iso => parse(iso).toRelative() ?? iso,
      day: iso => {
        const time = parse(iso);
        return time.toLocaleString({
          day: 'numeric',
          month: 'short',
          ...(!time.hasSame(DateTime.now(), 'year') && { year: 'numeric' }),
        });
      },
      absolute: iso =>
        parse(iso).toLocaleString({
          ...DateTime.DATETIME_FULL,
          timeZoneName: 'short',
        }),
      moment: iso => {
        const time = parse(iso);
        return time.toLocaleString({
          day: 'numeric',
          month: 'short',
          hour: 'numeric',
          minute: '2-digit',
          ...(!time.hasSame(DateTime.now(), 'year') && { year: 'numeric' }),
        });
      },
    };
  }, [locale]);
}
