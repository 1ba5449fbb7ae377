import { createHmac } from 'node:crypto';

/**
 * What stands for a person in records. Without the key nobody can tell whose it is, not even by trying all logins.
 *
 * @param annotation - by which users name their login in that system, for example `github.com/user-login`
 * @param login - case is ignored
 */
export function hashPerson(
  key: Buffer,
  annotation: string,
  login: string,
): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([annotation, login.toLowerCase()]))
    .digest('base64url')
    .slice(0, 22);
}
