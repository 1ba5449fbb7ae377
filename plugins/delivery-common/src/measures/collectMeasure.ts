import { DeliveryHistory } from '../history';
import { COLLECTORS } from './collect/collectors';
import { withOrigins } from './withOrigins';
import { Collected, MeasureId, Sample } from './types';

/**
 * Reads everything that a history tells about one measure, whoever made the changes: `ofOrigin` chooses.
 *
 * @public
 */
export function collectMeasure(
  id: MeasureId,
  history: DeliveryHistory,
): Collected {
  return withOrigins(COLLECTORS[id](history), history);
}

function distinct<T extends { recordKey?: string; at: string }>(
  items: T[],
): T[] {
  return [
    ...new Map(
      items.map(item => [`${item.at}\n${item.recordKey ?? ''}`, item]),
    ).values(),
  ];
}

/**
 * Puts together what several scopes tell about one measure, for example all components of a team. A record that
 * several of them tell of counts once.
 *
 * @param parts - of the same measure, at least one
 * @public
 */
export function combineMeasures(parts: readonly Collected[]): Collected {
  const samples: Sample[] = distinct(parts.flatMap(part => part.samples));
  return {
    id: parts[0].id,
    samples,
    excluded: distinct(parts.flatMap(part => part.excluded)),
    marks: distinct(parts.flatMap(part => part.marks)),
    missing: parts.find(part => part.missing)?.missing,
    observedSince: parts
      .flatMap(part => part.observedSince ?? [])
      .sort()
      .at(0),
  };
}
