import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';
import { ENTITY_REF_ANNOTATION } from '../../catalog/entities/readClaims';

/** The entities that observations name by their refs: full refs in lower case. What is no ref names none. */
export function readNamedEntities(
  observations: readonly Pick<Observation, 'subjects'>[],
): string[] {
  return observations.flatMap(({ subjects }) =>
    subjects.flatMap(({ annotation, value }) => {
      if (annotation !== ENTITY_REF_ANNOTATION) {
        return [];
      }
      try {
        return [stringifyEntityRef(parseEntityRef(value))];
      } catch {
        return [];
      }
    }),
  );
}
