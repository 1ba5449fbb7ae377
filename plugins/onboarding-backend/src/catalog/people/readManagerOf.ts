import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** The annotation of a user, or of their team, that names the manager. */
export const MANAGER = 'fairlead.dev/manager';

/** The manager of a user: whom an annotation of theirs names, or else one of their team. */
export function readManagerOf(
  user: Entity | undefined,
  team: Entity | undefined,
): string | undefined {
  return readAnnotation(user) ?? readAnnotation(team);
}

function readAnnotation(entity: Entity | undefined): string | undefined {
  const text = entity?.metadata.annotations?.[MANAGER];
  try {
    const ref = text && parseEntityRef(text, { defaultKind: 'user' });
    return ref && ref.kind.toLocaleLowerCase('en-US') === 'user'
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
