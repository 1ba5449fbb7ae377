import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useLocale } from '../useLocale';

/** How times read: all in the reader's zone. @public */
export interface TimeFormat {
  /** `2 hours ago`, `just now`. */
  relative(iso: string): string;
  /** How long ago, `8 days`. */
  age(iso: string): string;
  /** `12 Nov`, with the year when it is not this one. */
  day(iso: string): string;
  /** `12 Nov, 09:15`, with the year when it is not this one. */
  moment(iso: string): string;
  /** `12 November 2026 at 09:15 UTC`. */
  absolute(iso: string): string;
}

/** Seconds say more than is meant; clocks differ by some. */
const JUST_NOW = { from: -5_000, to: 45_000 };

const AGE_UNITS = ['years', 'months', 'days', 'hours', 'minutes'] as const;

/** Formats times as the reader writes them. @public */
export function useTimeFormat(): TimeFormat {
  const locale = useLocale();
  return useMemo(() => {
    const parse = (iso: string) => DateTime.fromISO(iso).setLocale(locale);
    return {
      relative: iso => {
        const time = parse(iso);
        const ago = -time.diffNow().toMillis();
        return ago > JUST_NOW.from && ago < JUST_NOW.to
          ? justNow(locale)
          : time.toRelative() ?? iso;
      },
      age: iso => {
        const time = parse(iso);
        const now = DateTime.now();
        const unit =
          AGE_UNITS.find(
            candidate => Math.abs(now.diff(time, candidate).as(candidate)) >= 1,
          ) ?? 'seconds';
        const amount = Math.floor(Math.abs(now.diff(time, unit).as(unit)));
        return new Intl.NumberFormat(locale, {
          style: 'unit',
          unit: unit.slice(0, -1),
          unitDisplay: 'long',
        }).format(amount);
      },
      day: iso => {
        const time = parse(iso);
        return time.toLocaleString({
          day: 'numeric',
          month: 'short',
          ...yearUnlessThisOne(time),
        });
      },
      moment: iso => {
        const time = parse(iso);
        return time.toLocaleString({
          day: 'numeric',
          month: 'short',
          hour: 'numeric',
          minute: '2-digit',
          ...yearUnlessThisOne(time),
        });
      },
      absolute: iso =>
        parse(iso).toLocaleString({
          ...DateTime.DATETIME_FULL,
          timeZoneName: 'short',
        }),
    };
  }, [locale]);
}

/** The present in the reader's language, for which English has a word that reads better in a sentence. */
function justNow(locale: string): string {
  return locale.startsWith('en')
    ? 'just now'
    : new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
        0,
        'second',
      );
}

function yearUnlessThisOne(time: DateTime): { year?: 'numeric' } {
  return time.hasSame(DateTime.now(), 'year') ? {} : { year: 'numeric' };
}
