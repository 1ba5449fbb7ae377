/**
 * SQLSTATE classes of a database that is away, overloaded, full, read-only or going down, that does not let anybody in
 * right now, and of transactions that got in each other's way.
 */
const TRANSIENT_CLASS = /^(08|28|40|53|55|57|58)...$|^(25006|3D000)$/;

const TRANSIENT_CODE =
  /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|SQLITE_(BUSY|LOCKED|IOERR|FULL|READONLY|CANTOPEN))/;

const TRANSIENT_MESSAGE =
  /Connection terminated|Timeout acquiring a connection|Unable to acquire a connection|timeout expired|connection is not open|aborted/;

/**
 * Whether the same statement may well succeed later: the fault is not in what was to be read or written.
 *
 * @public
 */
export function isTransient(error: unknown): boolean {
  const { code, message } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
  };
  return (
    (typeof code === 'string' &&
      (TRANSIENT_CLASS.test(code) || TRANSIENT_CODE.test(code))) ||
    TRANSIENT_MESSAGE.test(reasonOf(message))
  );
}

/**
 * What a database said, without the statement that knex puts in front of it, and so without what was to be written.
 *
 * @public
 */
export function describeDatabaseError(error: unknown): string {
  return reasonOf((error as { message?: unknown } | undefined)?.message);
}

const SEPARATOR = ' - ';

function reasonOf(message: unknown): string {
  const text = String(message);
  const at = text.lastIndexOf(SEPARATOR);
  return at < 0 ? text : text.slice(at + SEPARATOR.length);
}
