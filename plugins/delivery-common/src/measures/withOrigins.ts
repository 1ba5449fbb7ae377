import { DeliveryHistory } from '../history';
import { definitionOf } from './definitions';
import { Collected, Sample, SampleOrigin } from './types';

type Told = Pick<Sample, 'origin' | 'assisted'>;

/** By whom what a record stands for was made. */
function originReader(history: DeliveryHistory): (key: string) => Told {
  const { deliveries, origins } = history;
  return key => {
    const own = origins.get(key);
    if (own) {
      const isAssisted = own.kind === 'person' && own.assistedBy.length > 0;
      return { origin: own.kind, ...(isAssisted && { assisted: true }) };
    }
    const brought = new Set<SampleOrigin>(
      deliveries.byRelease
        .get(key)
        ?.flatMap(({ change }) => origins.get(change.key)?.kind ?? []),
    );
    const [first] = brought;
    return first ? { origin: brought.size > 1 ? 'mixed' : first } : {};
  };
}

/** Tells of each sample, and of what was left out, by whom it was made: a deployment by who made its changes. */
export function withOrigins(
  collected: Collected,
  history: DeliveryHistory,
): Collected {
  if (definitionOf(collected.id).counts === 'work') {
    return collected;
  }
  const originOf = originReader(history);
  return {
    ...collected,
    samples: collected.samples.map(sample => ({
      ...sample,
      ...originOf(sample.recordKey),
    })),
    excluded: collected.excluded.map(exclusion => {
      const { origin } = originOf(exclusion.recordKey);
      return { ...exclusion, ...(origin && { origin }) };
    }),
  };
}
