import {
  DeliverySource,
  RepositoryAnnotation,
  ServiceAnnotation,
} from '@fairlead/backstage-plugin-delivery-node';

/** By what the catalog names what any of the sources tells of. */
export interface CatalogNaming {
  repositories: readonly RepositoryAnnotation[];
  services: readonly ServiceAnnotation[];
  /** By which users name their logins. */
  logins: readonly string[];
}

/** Puts together what sources say of annotations. Of one that several share, the first says how it is read. */
export function combineNaming(
  sources: readonly DeliverySource[],
): CatalogNaming {
  const namings = sources.flatMap(({ naming }) => naming ?? []);
  return {
    repositories: firstOfEach(
      namings.flatMap(({ repositories }) => repositories ?? []),
    ),
    services: firstOfEach(namings.flatMap(({ services }) => services ?? [])),
    logins: [...new Set(namings.flatMap(({ login }) => login ?? []))],
  };
}

function firstOfEach<T extends { annotation: string }>(all: readonly T[]): T[] {
  return all.filter(
    ({ annotation }, index) =>
      all.findIndex(other => other.annotation === annotation) === index,
  );
}
