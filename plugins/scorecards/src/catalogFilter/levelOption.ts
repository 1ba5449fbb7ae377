import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';

/** A level of a scorecard to filter by. */
export interface LevelOption {
  /** As kept in the URL: `default/production-readiness/silver`. */
  value: string;
  scorecardRef: string;
  title: string;
  /** Null for the entities that reach no level. */
  level: string | null;
}

/** All levels of all scorecards, highest first, and those without a level. */
export function levelOptions(
  scorecards: readonly ScorecardSummary[],
): LevelOption[] {
  return scorecards.flatMap(({ scorecardRef, title, levels }) =>
    [...[...levels].reverse(), null].map(level => {
      const { namespace, name } = parseEntityRef(scorecardRef);
      return {
        value: `${namespace}/${name}/${level ?? 'none'}`,
        scorecardRef,
        title,
        level,
      };
    }),
  );
}

/** The scorecard and level of a value kept in the URL; undefined for anything else. */
export function readLevelOption(
  value: string,
): { scorecardRef: string; level: string } | undefined {
  const [namespace, name, level, ...rest] = value.split('/');
  return namespace && name && level && rest.length === 0
    ? {
        scorecardRef: stringifyEntityRef({
          kind: 'scorecard',
          namespace,
          name,
        }),
        level,
      }
    : undefined;
}
