/** SQLSTATE classes of a database that is away, overloaded or going down, and of transactions that got in each other's way. */
const TRANSIENT_CLASS = /^(08|40|53|55|57|58)/;

const TRANSIENT_CODE =
  /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|SQLITE_(BUSY|LOCKED|IOERR|FULL))/;

const TRANSIENT_MESSAGE =
  /Connection terminated|Timeout acquiring a connection|Unable to acquire a connection|aborted/;

/** Whether the same statement may well succeed later: the fault is not in what was to be written. */
export function isTransient(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' &&
      (TRANSIENT_CLASS.test(code) || TRANSIENT_CODE.test(code))) ||
    TRANSIENT_MESSAGE.test(String(message))
  );
}
