import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** Names one result for the permission system: the scorecard's ref and the entity's, joined by a space. */
export function stringifyResultRef(
  scorecardRef: string,
  entityRef: string,
): string {
  return `${scorecardRef} ${entityRef}`;
}

/** Reads back what `stringifyResultRef` made; undefined for any other text. */
export function parseResultRef(
  text: string,
): { scorecardRef: string; entityRef: string } | undefined {
  const [scorecardRef, entityRef, ...rest] = text.split(' ');
  if (!scorecardRef || !entityRef || rest.length) {
    return undefined;
  }
  try {
    return {
      scorecardRef: stringifyEntityRef(parseEntityRef(scorecardRef)),
      entityRef: stringifyEntityRef(parseEntityRef(entityRef)),
    };
  } catch {
    return undefined;
  }
}
