import { DateTime } from 'luxon';

/** The hour of the Monday from which the digest of the week before is sent: it is read at the beginning of work. */
const FROM_HOUR = 8;

/** A week of a time zone, from Monday to Sunday. */
export interface LocalWeek {
  /** Its Monday, `YYYY-MM-DD`. */
  week: string;
  /** Its first millisecond. */
  from: number;
  /** The first millisecond after it. */
  to: number;
}

/** The week whose digest is due: the last one that is over; on a Monday before eight, the one before that. */
export function weekToTell(now: number, zone: string): LocalWeek {
  const monday = DateTime.fromMillis(now, { zone })
    .minus({ hours: FROM_HOUR })
    .startOf('week');
  const from = monday.minus({ weeks: 1 });
  return {
    week: from.toFormat('yyyy-MM-dd'),
    from: from.toMillis(),
    to: monday.toMillis(),
  };
}
