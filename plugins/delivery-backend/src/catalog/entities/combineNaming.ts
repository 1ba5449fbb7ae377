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

/** Puts together what sources say of annotations. Of one that several share, the first counts that can read a value. */
export function combineNaming(
  sources: readonly DeliverySource[],
): CatalogNaming {
  const namings = sources.flatMap(({ naming }) => naming ?? []);
  return {
    repositories: shareRepositories(
      namings.flatMap(({ repositories }) => repositories ?? []),
    ),
    services: firstOfEach(namings.flatMap(({ services }) => services ?? [])),
    logins: [...new Set(namings.flatMap(({ login }) => login ?? []))],
  };
}

function shareRepositories(
  all: readonly RepositoryAnnotation[],
): RepositoryAnnotation[] {
  return firstOfEach(all).map(first => {
    const { annotation } = first;
    const sharing = all.filter(one => one.annotation === annotation);
    return {
      ...first,
      parse: text => firstAnswer(sharing, ({ parse }) => parse(text)),
      locate: url => firstAnswer(sharing, ({ locate }) => locate?.(url)),
    };
  });
}

function firstAnswer<T, R>(
  all: readonly T[],
  ask: (one: T) => R | undefined,
): R | undefined {
  for (const one of all) {
    const answer = ask(one);
    if (answer !== undefined) {
      return answer;
    }
  }
  return undefined;
}

function firstOfEach<T extends { annotation: string }>(all: readonly T[]): T[] {
  return all.filter(
    ({ annotation }, index) =>
      all.findIndex(other => other.annotation === annotation) === index,
  );
}
