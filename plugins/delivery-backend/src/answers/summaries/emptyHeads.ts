import { DEFAULT_HISTORY_OPTIONS } from '@fairlead/backstage-plugin-delivery-common';
import { measureCi } from '../../measuring/measureCi';
import { MeasureHeads } from '../../measuring/MeasuredDays';
import { measureFlow } from '../../measuring/measureFlow';

const NOTHING = {
  ...DEFAULT_HISTORY_OPTIONS,
  now: new Date(0).toISOString(),
};

/** Why an entity without any record has no samples. */
export const emptyHeads: MeasureHeads = {
  ...measureFlow([], NOTHING, () => '').days.heads,
  ...measureCi([], NOTHING, () => '').heads,
};
