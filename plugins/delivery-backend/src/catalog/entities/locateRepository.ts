import {
  RepositoryAnnotation,
  RepositoryPlace,
} from '@fairlead/backstage-plugin-delivery-node';

/** A folder of a repository, and the annotation that names the repository. */
export interface LocatedRepository extends RepositoryPlace {
  annotation: string;
}

/**
 * Reads a `backstage.io/source-location` such as `url:https://git.example/acme/shop/tree/main/services/cart/`: undefined
 * where it names no repository of any source. Hosts of one's own look alike to several sources; the one that knows the
 * host goes first.
 */
export function locateRepository(
  location: string | undefined,
  repositories: readonly RepositoryAnnotation[],
): LocatedRepository | undefined {
  const text = location?.replace(/^url:/, '');
  const url = text && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return undefined;
  }
  const places = repositories.flatMap(({ annotation, locate, parse }) => {
    const place = locate?.(url);
    const value = place && parse(place.value);
    return value ? [{ ...place, annotation, value }] : [];
  });
  return places.find(({ isOwnHost }) => isOwnHost) ?? places[0];
}
