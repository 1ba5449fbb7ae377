import {
  CheckStatus,
  DailyTotals,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardVersion } from '../../../judging/definitions/ScorecardDefinitions';
import { readStatuses } from '../../../database/storedChecks';
import { DailyTotalsQuery } from './DailyTotalsQuery';
import { addDays } from './days';
import { PastStanding, StandingGroup } from './PastStanding';
import { readStanding, readSteps, StandingRow, StepRow } from './readPastSteps';

/** Something that is taken back when time goes back before it. */
interface Change {
  at: number;
  takeBack(standing: PastStanding): void;
}

/**
 * Totals of the entities that the caller may see today, as those stood then: starts from how many of them stand how today,
 * and takes changes back, newest first.
 */
export async function replayDailyTotals(
  options: DailyTotalsQuery,
): Promise<DailyTotals[]> {
  const { days, from } = options;
  const since = days.endOfDay(from);
  const [inForce, rows, steps] = await Promise.all([
    listVersions(options),
    readStanding(options, since),
    readSteps(options, since),
  ]);
  const definitions = await loadDefinitions(options, { inForce, rows });
  const { definitionAt, groupOf } = definitions;

  const standing = new PastStanding();
  const changes = steps.flatMap(step => toChanges(step, definitions));
  for (const row of rows) {
    const group = groupOf(row);
    standing.add(group);
    if (row.born !== null) {
      changes.push({ at: row.born, takeBack: past => past.remove(group) });
    }
  }
  changes.sort((a, b) => a.at - b.at);

  const today = days.dayOf(Date.now());
  const last = options.to < today ? options.to : today;
  const totals: DailyTotals[] = [];
  for (let day = last; day >= from; day = addDays(day, -1)) {
    const until = days.endOfDay(day);
    while (changes.length > 0 && changes.at(-1)!.at >= until) {
      changes.pop()!.takeBack(standing);
    }
    const definition = definitionAt(until);
    if (definition) {
      totals.push(standing.totals(day, definition, until));
    }
  }
  return totals.filter(({ entities }) => entities).reverse();
}

/** Totals of the present day, which need no change taken back. */
export async function countDay(
  options: DailyTotalsQuery,
  today: string,
): Promise<DailyTotals[]> {
  const [inForce, rows] = await Promise.all([
    listVersions(options),
    readStanding(options),
  ]);
  const { definitionAt, groupOf } = await loadDefinitions(options, {
    inForce,
    rows,
  });
  const standing = new PastStanding();
  rows.forEach(row => standing.add(groupOf(row)));
  const until = options.days.endOfDay(today);
  const definition = definitionAt(until);
  const totals = definition && standing.totals(today, definition, until);
  return totals?.entities ? [totals] : [];
}

function listVersions({ definitions, scorecardRef }: DailyTotalsQuery) {
  return definitions.listVersions(scorecardRef);
}

interface Definitions {
  /** The one in force at the end of a day. */
  definitionAt(until: number): ScorecardEntityV1alpha1 | undefined;
  groupOf(row: StandingRow): StandingGroup;
  /** The checks of a version, in order. */
  checkIdsOf(version: number): readonly string[];
  /** When the check was next taken out of the definition. */
  whenDropped(checkId: string, after: number): number | undefined;
}

async function loadDefinitions(
  { scorecardRef, versions }: DailyTotalsQuery,
  used: {
    inForce: readonly ScorecardVersion[];
    rows: readonly StandingRow[];
  },
): Promise<Definitions> {
  const { inForce, rows } = used;
  const versionKey = (version: number) => ({
    scorecard_ref: scorecardRef,
    version,
  });
  const definitionOf = await versions.load(
    [...inForce, ...rows].map(({ version }) => versionKey(version)),
  );
  const checkIdsOf = (version: number) =>
    definitionOf(versionKey(version))?.spec.checks.map(({ id }) => id) ?? [];
  return {
    checkIdsOf,
    definitionAt(until) {
      const version = inForce.findLast(each => each.since < until)?.version;
      return version === undefined
        ? undefined
        : definitionOf(versionKey(version));
    },
    groupOf: ({ entities, level, statuses, version }) => ({
      entities,
      level,
      checkIds: checkIdsOf(version),
      statuses: readStatuses(statuses),
    }),
    whenDropped: (checkId, after) =>
      inForce.find(
        each =>
          each.since > after && !checkIdsOf(each.version).includes(checkId),
      )?.since,
  };
}

/**
 * The change itself; and of entities born since, the same once more the other way when their birth is taken back: what is
 * removed then is how they stand today.
 */
function toChanges(step: StepRow, definitions: Definitions): Change[] {
  const shifts =
    step.checkId === null
      ? levelShifts(step)
      : statusShifts(step, step.checkId, definitions);
  return shifts.flatMap(({ at, shift }) => {
    const change = { at, takeBack: shift(step.entities) };
    return step.born === null
      ? [change]
      : [change, { at: step.born, takeBack: shift(-step.entities) }];
  });
}

interface Shift {
  at: number;
  shift(entities: number): Change['takeBack'];
}

function levelShifts({ at, from, next, today }: StepRow): Shift[] {
  const since = next === undefined ? today.level : next;
  return [
    {
      at,
      shift: entities => past =>
        past.shiftLevel({ entities, from: since, to: from }),
    },
  ];
}

/**
 * A check that a definition takes away, or takes away and brings back, stands anew without a transition. Until it was taken
 * away it stood as its last change left it.
 */
function statusShifts(
  { at, from, next, to, today }: StepRow,
  checkId: string,
  { checkIdsOf, whenDropped }: Definitions,
): Shift[] {
  const since =
    next === undefined
      ? readStatuses(today.statuses)[checkIdsOf(today.version).indexOf(checkId)]
      : next;
  const shiftAt = (
    time: number,
    before: string | null,
    now?: string | null,
  ) => ({
    at: time,
    shift: (entities: number) => (past: PastStanding) =>
      past.shiftStatus(checkId, {
        entities,
        from: toStatus(now),
        to: toStatus(before),
      }),
  });
  return since === to
    ? [shiftAt(at, from, to)]
    : [
        shiftAt(whenDropped(checkId, at) ?? at, to, since),
        shiftAt(at, from, to),
      ];
}

function toStatus(stored?: string | null): CheckStatus | undefined {
  return (stored ?? undefined) as CheckStatus | undefined;
}
