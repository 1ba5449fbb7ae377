import { DeliveryHistory } from '../history';
import { COLLECTORS } from './collect/collectors';
import { withOrigins } from './withOrigins';
import { Collected, MeasureId } from './types';

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
