import { DeliveryHistory } from '../history';
import { settingAside } from '../history/setAside';
import { isOfOrigin, OriginChoice } from '../measures/ofOrigin';
import { clip, Span, subtract, unite } from '../spans';
import { findingStretches, Stretches } from './findingStretches';
import { isCodingTold, lastDeployments, lifeOf } from './life';
import { ChangeLedger, WAIT_KINDS, WaitEntry } from './types';

/** Splits a life among the kinds: every moment goes to the first one that holds it, the rest is coding. */
function divide(life: Span, stretches: Stretches): WaitEntry[] {
  let rest: Span[] = [{ from: life.from, to: life.to }];
  const entries: WaitEntry[] = [];
  for (const kind of WAIT_KINDS) {
    const held =
      kind === 'coding'
        ? rest
        : unite(
            stretches[kind]
              .map(span => clip(span, life))
              .filter(span => span !== undefined),
          );
    const left = subtract(rest, held);
    const taken = subtract(rest, left);
    entries.push(...taken.map(span => ({ kind, ...span })));
    rest = left;
  }
  return entries
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

/**
 * Tells what the time of every change went into: stretches without gaps or overlaps, each labelled by the first kind of
 * {@link WAIT_KINDS} that holds. Abandoned changes and commits that are no work of their own are left out; whose work is
 * counted, `ledgersOfOrigin` chooses.
 *
 * @public
 */
export function waitLedger(history: DeliveryHistory): ChangeLedger[] {
  const setAside = settingAside(history);
  const lastDeployed = lastDeployments(history);
  const stretchesOf = findingStretches(history);
  return history.changes.flatMap(change => {
    const life = setAside(change)
      ? undefined
      : lifeOf(change, history, lastDeployed);
    if (!life || life.from > life.to) {
      return [];
    }
    const entries = divide(life, stretchesOf(change, life));
    const madeBy = history.origins.get(change.key)?.kind;
    return [
      {
        change: { ...change, madeBy },
        ...life,
        ...(!isCodingTold(change) && { codingUnknown: true as const }),
        entries,
      },
    ];
  });
}

/** The ledgers of the changes that are counted under a choice. @public */
export function ledgersOfOrigin(
  ledgers: readonly ChangeLedger[],
  choice: OriginChoice,
): ChangeLedger[] {
  return ledgers.filter(({ change: { madeBy = 'person' } }) =>
    isOfOrigin(madeBy, choice),
  );
}
