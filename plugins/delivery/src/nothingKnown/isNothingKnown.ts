import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';

/** Whether there is not one number to show. */
export function isNothingKnown(
  response: Pick<EntityMeasuresResponse, 'measures' | 'sentence'>,
): boolean {
  return (
    response.sentence === null &&
    response.measures.every(({ state }) => state === 'insufficient-data')
  );
}
