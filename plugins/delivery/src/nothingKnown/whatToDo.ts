import { EntityCoverage } from '@fairlead/backstage-plugin-delivery-common';

/** The annotations offered to an entity that names nothing, each with an example, the usual ones first. */
const ANNOTATIONS = [
  { annotation: 'github.com/project-slug', example: 'organisation/repository' },
  { annotation: 'gitlab.com/project-slug', example: 'group/project' },
  { annotation: 'pagerduty.com/service-id', example: 'PABC123' },
  { annotation: 'fairlead.dev/service', example: 'checkout' },
];

/** Whether the numbers of a kind are the sum of other entities, so that it names nothing itself. */
export function isSum(kind: string): boolean {
  return ['system', 'domain', 'group'].includes(kind.toLowerCase());
}

/** What would bring records of an entity that has none. */
export function whatToDo(coverage: EntityCoverage, kind: string) {
  const { records, sources, subjects } = coverage;
  const isNamed = subjects.length > 0;
  const sourcesOff = sources.filter(({ remedy }) => remedy !== undefined);
  return {
    /** Annotations of which one should be set. */
    annotations: isNamed || isSum(kind) ? [] : ANNOTATIONS,
    sourcesOff: records > 0 ? [] : sourcesOff,
    /** Those that are set up and could tell of it, where nothing came. */
    waitingFor:
      records === 0 && isNamed
        ? sources.filter(({ remedy }) => remedy === undefined)
        : [],
  };
}
