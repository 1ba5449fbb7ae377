import { inferOrigin, Origin, OriginRule } from '../origin';
import { Change } from '../records';
import { settingAside } from './setAside';

const at = (...parts: (string | number | undefined)[]) => parts.join('\n');

/**
 * Tells by whom each change was made, by its key; of those that are no work of their own nothing.
 *
 * @remarks
 * The commit that merges a request is a record of its own, and often the only one that tells trailers: what is said in it
 * is said of the request.
 */
export function originsOf(
  changes: readonly Change[],
  rules: readonly OriginRule[],
): Map<string, Origin> {
  const pushed = new Map<string, Change>();
  const naming = new Map<string, Change>();
  for (const change of changes) {
    const { source, repo, number, sha, namedNumber } = change;
    if (number === undefined) {
      pushed.set(at(repo, sha), change);
      if (namedNumber !== undefined) {
        naming.set(at(source, repo, namedNumber), change);
      }
    }
  }
  const partsOf = ({ source, repo, number, ...change }: Change) => {
    const shas = [
      change.mergedAt ? change.mergeSha : undefined,
      change.headSha,
      ...(change.commits ?? []).map(({ sha }) => sha),
    ];
    const found = [
      ...shas.map(sha => pushed.get(at(repo, sha))),
      change.mergedAt ? naming.get(at(source, repo, number)) : undefined,
    ].filter(part => part !== undefined);
    return [...new Set(found)];
  };
  const setAside = settingAside({ changes });
  return new Map(
    changes
      .filter(change => !setAside(change))
      .map(change => [
        change.key,
        inferOrigin(change, {
          rules,
          parts: change.number === undefined ? [] : partsOf(change),
        }),
      ]),
  );
}
