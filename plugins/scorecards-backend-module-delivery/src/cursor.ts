/** Where the source is in the measure values. */
export interface Cursor {
  /** The cursor of the last page; undefined at the beginning. */
  after?: string;
  /** When it last began at the beginning. Milliseconds since the epoch. */
  begunAt: number;
}

/**
 * Everything is read again each day: the window of a measure moves on, and with it what falls out of it, although
 * nothing new is told of the entity.
 */
const REREAD_AFTER = 24 * 3_600_000;

/** Goes on where the last run was, or begins anew if that is due or not known. */
export function readCursor(text: string | undefined, now: number): Cursor {
  try {
    const { after, begunAt } = JSON.parse(text ?? '');
    return now - begunAt < REREAD_AFTER ? { after, begunAt } : { begunAt: now };
  } catch {
    return { begunAt: now };
  }
}

/** The text of a cursor, for the next run. */
export function writeCursor({ after, begunAt }: Cursor): string {
  return JSON.stringify({ after, begunAt });
}
