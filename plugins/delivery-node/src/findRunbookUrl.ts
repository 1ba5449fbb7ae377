/** Names of what says where a runbook is, by their letters alone; the first counts most. */
const NAMES = ['runbookurl', 'runbooklink', 'runbook'];

const lettersOf = (name: string) =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Where a runbook is, as people say it who name annotations, labels and fields as they like: `runbook_url`, `Runbook URL`,
 * `runbook`. It is kept as it was told, which may be a template or half a URL.
 *
 * @param named - names and values
 * @returns undefined where none of the names says so, or says nothing
 * @public
 */
export function findRunbookUrl(
  named: Iterable<readonly [string, unknown]>,
): string | undefined {
  const told = new Map<string, string>();
  for (const [name, value] of named) {
    if (typeof value === 'string' && value.trim() !== '') {
      told.set(lettersOf(name), value);
    }
  }
  const name = NAMES.find(known => told.has(known));
  return name && told.get(name);
}
