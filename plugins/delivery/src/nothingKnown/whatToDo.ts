import { EntityCoverage } from '@fairlead/backstage-plugin-delivery-common';

/** Whether the numbers of a kind are the sum of other entities, so that it names nothing itself. */
export function isSum(kind: string): boolean {
  return ['system', 'domain', 'group'].includes(kind.toLowerCase());
}

/** What those who look after an entity can do where there is no record of it. */
export function whatToDo(coverage: EntityCoverage, kind: string) {
  const { records, sources, subjects } = coverage;
  const isNamed = subjects.length > 0;
  const isOn = ({ remedy }: { remedy?: string }) => remedy === undefined;
  const sourcesOn = sources.filter(isOn);
  const inOrder = [...sourcesOn, ...sources.filter(one => !isOn(one))];
  return {
    /** Annotations of which one should be set, those that something listens to first. */
    annotations:
      isNamed || isSum(kind)
        ? []
        : distinct(inOrder.flatMap(({ annotations }) => annotations)),
    /** Those that are set up and could tell of it, where nothing came. */
    waitingFor: records === 0 && isNamed ? sourcesOn : [],
  };
}

/** Several sources may be told by the same annotation. */
function distinct<T extends { annotation: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map(one => [one.annotation, one])).values()];
}
