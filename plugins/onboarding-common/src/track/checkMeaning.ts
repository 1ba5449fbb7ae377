import { isolated } from '@fairlead/bidi-text';
import { checkFact } from './checkFact';
import { checkAudience, checkBounds } from './checkPredicate';
import { checkRef } from './checkRef';
import { findCycle } from './findCycle';
import { isGeneratedId } from './isGeneratedId';
import { LIMITS } from './limits';
import { TASK_ROLES, TrackProblem } from './types';
import { isObject, itemsOf } from './values';

const OWNERS = { defaultKind: 'group', kinds: ['Group', 'User'] };

/** How a task can be verified, each with what may stand beside it. */
const VERIFICATIONS: Record<string, readonly string[]> = {
  record: ['times'],
  fact: ['of'],
  template: ['values'],
  buddy: [],
  self: [],
};

/** A task with its place in the YAML. */
interface PlacedTask {
  path: string;
  task: Record<string, unknown>;
}

/**
 * The problems that only show when the parts of `spec` are read together. It takes any structure and looks at what is
 * there, so that one mistake does not hide the others.
 */
export function checkMeaning(spec: unknown): TrackProblem[] {
  if (!isObject(spec)) {
    return [];
  }
  const milestones = itemsOf(spec.milestones).flatMap((milestone, index) =>
    isObject(milestone)
      ? [{ milestone, path: `spec.milestones[${index}]` }]
      : [],
  );
  const tasks = milestones.flatMap(({ milestone, path }) =>
    itemsOf(milestone.tasks).flatMap((task, index): PlacedTask[] =>
      isObject(task) ? [{ task, path: `${path}.tasks[${index}]` }] : [],
    ),
  );
  const includes = itemsOf(spec.includes);
  return [
    ...checkRef('spec.owner', spec.owner, OWNERS),
    ...checkAudience(spec.audience),
    ...includes.flatMap((ref, index) =>
      checkRef(`spec.includes[${index}]`, ref, {
        defaultKind: 'onboardingtrack',
        kinds: ['OnboardingTrack'],
      }),
    ),
    ...checkExtent(spec, milestones, tasks),
    ...checkUnique(
      milestones.map(({ milestone, path }) => ({ id: milestone.id, path })),
      'milestones',
    ),
    ...checkUnique(
      tasks.map(({ task, path }) => ({ id: task.id, path })),
      'tasks',
    ),
    ...tasks.flatMap(checkTask),
    ...checkOrder(tasks, { includes: includes.length > 0 }),
  ];
}

function checkExtent(
  spec: Record<string, unknown>,
  milestones: { milestone: Record<string, unknown>; path: string }[],
  tasks: readonly PlacedTask[],
): TrackProblem[] {
  const problems: TrackProblem[] = [];
  if (
    Array.isArray(spec.milestones) &&
    milestones.length === 0 &&
    itemsOf(spec.includes).length === 0
  ) {
    problems.push({
      path: 'spec.milestones',
      message: 'is empty, write a milestone or include a track that has some',
    });
  }
  for (const { milestone, path } of milestones) {
    if (
      Array.isArray(milestone.tasks) &&
      milestone.tasks.length === 0 &&
      itemsOf(milestone.generate).length === 0
    ) {
      problems.push({
        path: `${path}.tasks`,
        message: 'is empty, write a task or let the catalog add some: generate',
      });
    }
    if (
      spec.purpose === 'handover' &&
      itemsOf(milestone.generate).some(part => part !== 'services')
    ) {
      problems.push({
        path: `${path}.generate`,
        message:
          'takes services alone in a track for a handover: a task for each that nobody else knows',
      });
    }
  }
  const words = tasks.reduce(
    (sum, { task: { description } }) =>
      sum + (typeof description === 'string' ? description.length : 0),
    0,
  );
  if (words > LIMITS.descriptions) {
    problems.push({
      path: 'spec.milestones',
      message: `has descriptions of more than ${
        LIMITS.descriptions / 1024
      } thousand characters in all, link to the documentation in their place`,
    });
  }
  return problems;
}

function checkUnique(
  things: readonly { id: unknown; path: string }[],
  what: string,
): TrackProblem[] {
  const taken = new Map<unknown, string>();
  return things.flatMap(({ id, path }) => {
    const first = taken.get(id);
    if (typeof id !== 'string' || first === undefined) {
      taken.set(id, path);
      return [];
    }
    return [
      {
        path: `${path}.id`,
        message: isolated`'${id}' is taken by ${first}, ids of ${what} are unique in a track`,
      },
    ];
  });
}

function checkTask({ task, path }: PlacedTask): TrackProblem[] {
  return [
    ...(typeof task.id === 'string' && isGeneratedId(task.id)
      ? [
          {
            path: `${path}.id`,
            message:
              'is kept for tasks that the catalog adds, write another one',
          },
        ]
      : []),
    ...checkRef(`${path}.owner`, task.owner, OWNERS),
    ...checkRef(`${path}.for`, task.for, { ...OWNERS, words: TASK_ROLES }),
    ...checkVerification(task.verifiedBy, `${path}.verifiedBy`),
  ];
}

function checkVerification(value: unknown, path: string): TrackProblem[] {
  if (!isObject(value)) {
    return [];
  }
  const given = Object.keys(VERIFICATIONS).filter(
    name => value[name] !== undefined,
  );
  const problems: TrackProblem[] = [];
  if (given.length !== 1) {
    problems.push({
      path,
      message:
        given.length === 0
          ? `says not how, write one of ${Object.keys(VERIFICATIONS).join(
              ', ',
            )}`
          : `has ${given.join(' and ')}, keep one of them`,
    });
  } else {
    const fitting = VERIFICATIONS[given[0]];
    ['times', 'of', 'values']
      .filter(name => value[name] !== undefined && !fitting.includes(name))
      .forEach(name =>
        problems.push({
          path: `${path}.${name}`,
          message: `does not go with ${given[0]}`,
        }),
      );
  }
  return [
    ...problems,
    ...checkFact(value.fact, `${path}.fact`),
    ...checkRef(`${path}.of`, value.of, {
      defaultKind: 'component',
      words: ['newcomer', 'team'],
    }),
    ...checkRef(`${path}.template`, value.template, {
      defaultKind: 'template',
      kinds: ['Template'],
    }),
    ...checkValues(value.values, `${path}.values`),
  ];
}

/** The values that a template is started with: what is in double braces is known. */
function checkValues(values: unknown, path: string): TrackProblem[] {
  if (values === undefined) {
    return [];
  }
  const bounds = checkBounds(values, path);
  return bounds.length > 0 ? bounds : checkPlaceholders(values, path);
}

function checkPlaceholders(value: unknown, path: string): TrackProblem[] {
  if (typeof value === 'string') {
    return Array.from(value.matchAll(/\{\{([^{}]{0,100})\}\}/g))
      .filter(([, name]) => !/^\s{0,9}(?:user|team)\s{0,9}$/.test(name))
      .map(([whole]) => ({
        path,
        message: isolated`knows no '${whole}', only {{user}} and {{team}}`,
      }));
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      checkPlaceholders(item, `${path}[${index}]`),
    );
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        checkPlaceholders(inner, `${path}.${key.slice(0, 60)}`),
      )
    : [];
}

/** What comes after what: all of it is there, and nothing waits for itself. */
function checkOrder(
  tasks: readonly PlacedTask[],
  { includes }: { includes: boolean },
): TrackProblem[] {
  const known = new Map(
    tasks.flatMap(placed =>
      typeof placed.task.id === 'string'
        ? [[placed.task.id, placed] as const]
        : [],
    ),
  );
  const after = new Map<string, string[]>();
  const problems: TrackProblem[] = [];
  for (const { task, path } of tasks) {
    const ids = itemsOf(task.after).filter(
      (id): id is string => typeof id === 'string',
    );
    if (typeof task.id === 'string') {
      after.set(task.id, ids);
    }
    // What is not here may be in a track that is included; that shows when they are put together.
    if (!includes) {
      itemsOf(task.after).forEach((id, index) => {
        if (typeof id === 'string' && id !== '' && !known.has(id)) {
          problems.push({
            path: `${path}.after[${index}]`,
            message: isolated`names no task, there is no '${id.slice(
              0,
              60,
            )}' in the track`,
          });
        }
      });
    }
  }
  const cycle = findCycle(after);
  if (cycle) {
    const [waiting, cause] = cycle;
    const { path, task } = known.get(waiting)!;
    problems.push({
      path: `${path}.after[${itemsOf(task.after).indexOf(cause)}]`,
      message: `makes tasks wait for each other: ${
        cycle.length > 12
          ? [...cycle.slice(0, 10), '…', waiting].join(' -> ')
          : cycle.join(' -> ')
      }`,
    });
  }
  return problems;
}
