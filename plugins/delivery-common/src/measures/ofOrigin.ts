import { ORIGIN_KINDS, OriginKind } from '../origin';
import { definitionOf } from './definitions';
import { FEWEST } from './few';
import { ExclusionReason } from './reasons';
import { Collected, Exclusion, MeasureId, SampleOrigin } from './types';

/**
 * Whose changes are counted: those of one origin, or, as `counted`, those of people, agents and whoever is not known.
 * What dependency bots and other automations make is no work that anybody waits for.
 *
 * @public
 */
export type OriginChoice = 'counted' | OriginKind;

/** All choices. @public */
export const ORIGIN_CHOICES: readonly OriginChoice[] = [
  'counted',
  ...ORIGIN_KINDS,
];

/** Whether what was made by somebody is counted under a choice. @public */
export function isOfOrigin(
  origin: SampleOrigin | undefined,
  choice: OriginChoice,
): boolean {
  return choice === 'counted'
    ? origin !== 'dependency-bot' && origin !== 'automation'
    : origin === choice;
}

function reasonOf(
  origin: SampleOrigin | undefined,
  choice: OriginChoice,
): ExclusionReason {
  if (origin === undefined) {
    return 'no-origin';
  }
  if (origin === 'mixed') {
    return 'mixed-origins';
  }
  const isApart = origin === 'dependency-bot' || origin === 'automation';
  return choice === 'counted' && isApart ? origin : 'other-origin';
}

/** Samples and what was left out, as they are collected or stored. */
type Contents = Pick<Collected, 'samples' | 'excluded'>;

/**
 * Keeps of a measure what is of an origin, and lists the rest as left out.
 *
 * @remarks
 * A deployment is of an origin if all its changes are, and counts whoever made them where nothing is chosen: it is a
 * deployment all the same. What counts neither changes nor deployments has no samples of a chosen origin.
 *
 * @public
 */
export function ofOrigin<C extends Contents>(
  id: MeasureId,
  contents: C,
  choice: OriginChoice,
): C {
  const { counts } = definitionOf(id);
  if (choice === 'counted' && counts !== 'changes') {
    return contents;
  }
  if (counts === 'work') {
    return { ...contents, samples: [], excluded: [] };
  }
  const isCounted = ({ origin }: { origin?: SampleOrigin }) =>
    isOfOrigin(origin, choice);
  const others: Exclusion[] = [
    ...contents.samples,
    ...contents.excluded.filter(({ origin }) => origin !== undefined),
  ]
    .filter(item => !isCounted(item))
    .map(({ recordKey, at, origin }) => ({
      recordKey,
      at,
      reason: reasonOf(origin, choice),
      ...(origin && { origin }),
    }));
  return {
    ...contents,
    samples: contents.samples.filter(isCounted),
    excluded: [
      ...contents.excluded.filter(
        item => item.origin === undefined || isCounted(item),
      ),
      ...others,
    ],
  };
}

/** A whole measure of an origin; where nothing is left of it, why. @public */
export function measureOfOrigin(
  collected: Collected,
  choice: OriginChoice,
): Collected {
  const { id } = collected;
  return explainEmpty(ofOrigin(id, collected, choice), choice);
}

/** Says why a measure that was brought to an origin has no samples, where its origin is why. @public */
export function explainEmpty(
  collected: Collected,
  choice: OriginChoice,
): Collected {
  const { counts } = definitionOf(collected.id);
  if (choice !== 'counted' && counts === 'work') {
    return {
      ...collected,
      missing: 'not-by-origin',
      observedSince: undefined,
    };
  }
  const isLeftOut = collected.excluded.some(
    ({ origin }) => origin !== undefined && !isOfOrigin(origin, choice),
  );
  if (collected.samples.length > 0 || collected.missing || !isLeftOut) {
    return collected;
  }
  const isDelivered = choice === 'counted' && collected.id === 'leadTime';
  return {
    ...collected,
    missing: isDelivered ? 'none-counted' : 'none-of-origin',
  };
}

/** By whom the changes of a window were made. @public */
export interface OriginCounts {
  /** How many changes arrived, whoever made them. */
  n: number;
  byOrigin: Partial<Record<OriginKind, number>>;
  /** How many of those of people an agent helped with. */
  assisted: number;
  /** The share of agents in the work of people and agents; absent where there is none of either. */
  agentShare?: number;
  /** How many changes the share is told of. */
  agentShareOf: number;
  /** The share is of so few that it says more than is known. */
  few?: true;
}

/** Counts by whom changes were made. @public */
export function countOrigins(
  samples: readonly Pick<Collected['samples'][number], 'origin' | 'assisted'>[],
  { fewest = FEWEST }: { fewest?: number } = {},
): OriginCounts {
  const byOrigin: OriginCounts['byOrigin'] = {};
  for (const { origin = 'unknown' } of samples) {
    if (origin !== 'mixed') {
      byOrigin[origin] = (byOrigin[origin] ?? 0) + 1;
    }
  }
  const { person = 0, agent = 0 } = byOrigin;
  const agentShareOf = person + agent;
  return {
    n: samples.length,
    byOrigin,
    assisted: samples.filter(({ assisted }) => assisted).length,
    ...(agentShareOf > 0 && { agentShare: agent / agentShareOf }),
    agentShareOf,
    ...(agentShareOf > 0 && agentShareOf < fewest && { few: true as const }),
  };
}
