import {
  HEALTH_PARTS,
  HealthPart,
  HealthState,
  RunbookPage,
} from '@fairlead/backstage-plugin-runbooks-common';

/** A part and state of health in which something is wrong, and how many runbooks stand in it. */
export interface Trouble {
  part: HealthPart;
  state: HealthState;
  count: number;
}

/** How many runbooks the totals are about, and what is wrong with them. */
export function countTroubles({ totals }: Pick<RunbookPage, 'totals'>) {
  const of = (part: HealthPart, state: HealthState) =>
    totals[part]?.[state] ?? 0;
  const all = Object.values(totals.resolves ?? {}).reduce((a, b) => a + b, 0);
  const wrong: Trouble[] = [
    ...HEALTH_PARTS.map(part => ({ part, state: 'bad' as const })),
    { part: 'resolves' as const, state: 'unverifiable' as const },
  ]
    .map(trouble => ({ ...trouble, count: of(trouble.part, trouble.state) }))
    .filter(({ count }) => count > 0);
  return { all, wrong };
}
