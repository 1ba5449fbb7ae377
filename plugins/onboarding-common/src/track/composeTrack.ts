import { stringifyEntityRef } from '@backstage/catalog-model';
import { isolated } from '@fairlead/bidi-text';
import { LIMITS } from './limits';
import { PlannedMilestone, PlannedTask, TrackPlan } from './plan';
import { fullRef } from './refs';
import { readDuration } from './readDuration';
import {
  OnboardingTrackEntityV1alpha1,
  TASK_ROLES,
  TaskVerification,
  TrackMilestone,
  TrackProblem,
  TrackTask,
} from './types';

/** How many journeys one buddy goes along with where the track does not say. */
const BUDDIES_AT_ONCE = 2;

/** What a track and those that it includes came to. @public */
export interface ComposedTrack {
  plan: TrackPlan;
  /** Full refs of included tracks that are not there. */
  missing: string[];
  /** What only shows when tracks are put together; the plan leaves it out. */
  problems: TrackProblem[];
}

/** A track among those that are put together. */
interface Part {
  track: OnboardingTrackEntityV1alpha1;
  /** What its own ids of tasks have become. */
  ids: Map<string, string>;
  /** It is the one that includes the others. */
  isWhole: boolean;
}

/**
 * Puts a track together with those that it includes: theirs come first, the same milestone of several is one, refs are
 * full, durations are seconds, and what was left out is filled in.
 *
 * @remarks
 *
 * Of a milestone that several have, the title and the time of the track that includes count. Milestones stand in the order
 * of when they are due. A track that is included twice is there once. Ids of tasks of the track itself stay as they are;
 * one of an included track that is taken gets the name of its track in front.
 *
 * @param track - one that {@link validateTrack} finds nothing wrong with
 * @param resolve - answers the track of a full ref; undefined where there is none
 * @public
 */
export function composeTrack(
  track: OnboardingTrackEntityV1alpha1,
  resolve: (trackRef: string) => OnboardingTrackEntityV1alpha1 | undefined,
): ComposedTrack {
  const { tracks, missing, problems } = collect(track, resolve);
  const parts = nameTasks(tracks);
  const milestones = mergeMilestones(parts, problems);
  const { metadata, spec } = track;
  return {
    plan: {
      title: metadata.title ?? metadata.name,
      ...(metadata.description && { description: metadata.description }),
      purpose: spec.purpose ?? 'onboarding',
      ownerRef: ownerOf(track),
      milestones,
      ...(spec.buddy && {
        buddiesAtOnce: spec.buddy.atOnce ?? BUDDIES_AT_ONCE,
      }),
    },
    missing,
    problems,
  };
}

/** The track and all that it includes, those that are included first. */
function collect(
  root: OnboardingTrackEntityV1alpha1,
  resolve: (trackRef: string) => OnboardingTrackEntityV1alpha1 | undefined,
) {
  const tracks: OnboardingTrackEntityV1alpha1[] = [];
  const missing = new Set<string>();
  const problems: TrackProblem[] = [];
  const seen = new Set<string>();
  let tasks = countTasks(root);

  function visit(
    track: OnboardingTrackEntityV1alpha1,
    way: readonly string[],
    place: string,
  ) {
    (track.spec.includes ?? []).forEach((include, index) => {
      const ref = fullRef(include, track, 'onboardingtrack');
      const path = place || `spec.includes[${index}]`;
      if (way.includes(ref)) {
        const circle = [...way.slice(way.indexOf(ref)), ref].join(' -> ');
        problems.push({ path, message: `goes round in a circle: ${circle}` });
      } else if (!seen.has(ref)) {
        seen.add(ref);
        const found = resolve(ref);
        if (!found) {
          missing.add(ref);
        } else if (
          seen.size > LIMITS.includedTracks ||
          tasks + countTasks(found) > LIMITS.composedTasks
        ) {
          problems.push({
            path,
            message: isolated`'${ref}' is left out: with all that it includes a track has at most ${LIMITS.composedTasks} tasks of ${LIMITS.includedTracks} tracks`,
          });
        } else {
          tasks += countTasks(found);
          visit(found, [...way, ref], path);
        }
      }
    });
    tracks.push(track);
  }

  visit(root, [stringifyEntityRef(root)], '');
  return { tracks, missing: [...missing].sort(), problems };
}

function countTasks({ spec }: OnboardingTrackEntityV1alpha1): number {
  return spec.milestones.reduce((sum, { tasks }) => sum + tasks.length, 0);
}

/** Finds ids that are unique in the whole. Those of the track that includes the others, the last, are taken as they are. */
function nameTasks(tracks: readonly OnboardingTrackEntityV1alpha1[]): Part[] {
  const taken = new Set<string>();
  const parts = new Map<OnboardingTrackEntityV1alpha1, Part>();
  for (const track of [...tracks.slice(-1), ...tracks.slice(0, -1)]) {
    const ids = new Map<string, string>();
    for (const { id } of track.spec.milestones.flatMap(({ tasks }) => tasks)) {
      const name = findFree(id, track.metadata.name, taken);
      taken.add(name);
      ids.set(id, name);
    }
    parts.set(track, { track, ids, isWhole: track === tracks.at(-1) });
  }
  return tracks.map(track => parts.get(track)!);
}

function findFree(
  id: string,
  trackName: string,
  taken: ReadonlySet<string>,
): string {
  if (!taken.has(id)) {
    return id;
  }
  const prefix = trackName
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-');
  let name = `${prefix}-${id}`;
  for (let n = 2; taken.has(name); n += 1) {
    name = `${prefix}-${id}-${n}`;
  }
  return name;
}

function mergeMilestones(
  parts: readonly Part[],
  problems: TrackProblem[],
): PlannedMilestone[] {
  const merged = new Map<string, PlannedMilestone & { place: number }>();
  /** By the id that a task has in any of the tracks, for whoever waits for a task of an included one. */
  const known = new Map<string, string>();
  for (const part of parts) {
    part.ids.forEach((name, id) => {
      known.set(name, name);
      // Where tasks of several tracks have this id, `after` means the one that was not renamed.
      known.set(id, known.get(id) ?? name);
    });
    // A milestone without a time comes with the one before it, at first after all that is included.
    let place = Math.max(0, ...[...merged.values()].map(one => one.place));
    part.track.spec.milestones.forEach((milestone, index) => {
      const before = merged.get(milestone.id);
      const due =
        milestone.due === undefined ? before?.due : readDuration(milestone.due);
      place = due ?? before?.place ?? place;
      merged.set(milestone.id, {
        id: milestone.id,
        title: milestone.title,
        ...(due !== undefined && { due }),
        place,
        tasks: [
          ...(before?.tasks ?? []),
          ...planTasks(milestone, { index, part, known, problems }),
        ],
        generate: [
          ...new Set([
            ...(before?.generate ?? []),
            ...(milestone.generate ?? []),
          ]),
        ],
      });
    });
  }
  return [...merged.values()]
    .sort((a, b) => a.place - b.place)
    .map(({ place, ...milestone }) => milestone);
}

function planTasks(
  milestone: TrackMilestone,
  options: {
    index: number;
    part: Part;
    known: ReadonlyMap<string, string>;
    problems: TrackProblem[];
  },
): PlannedTask[] {
  const { index, part, known, problems } = options;
  return milestone.tasks.map((task, taskIndex) => {
    const after = (task.after ?? []).flatMap((id, afterIndex) => {
      const name = part.ids.get(id) ?? known.get(id);
      if (name === undefined) {
        const path = `spec.milestones[${index}].tasks[${taskIndex}].after[${afterIndex}]`;
        problems.push(
          part.isWhole
            ? {
                path,
                message: isolated`names no task, there is no '${id}' in the track and what it includes`,
              }
            : {
                path: 'spec.includes',
                message: isolated`brings '${stringifyEntityRef(
                  part.track,
                )}', whose ${path} names no task: there is no '${id}' in it and what it includes`,
              },
        );
        return [];
      }
      return [name];
    });
    return planTask(task, [...new Set(after)], part);
  });
}

function planTask(
  task: TrackTask,
  after: string[],
  { track, ids }: Part,
): PlannedTask {
  const takes = task.takes === undefined ? undefined : readDuration(task.takes);
  return {
    id: ids.get(task.id)!,
    title: task.title,
    ...(task.description && { description: task.description }),
    links: task.links ?? [],
    ...(task.docs && { docs: task.docs }),
    ownerRef: task.owner ? fullRef(task.owner, track, 'group') : ownerOf(track),
    for: doerOf(task.for ?? 'newcomer', track),
    after,
    optional: task.optional ?? false,
    ...(takes !== undefined && { takes }),
    verifiedBy: verificationOf(task.verifiedBy ?? { self: true }, track),
  };
}

function doerOf(doer: string, track: OnboardingTrackEntityV1alpha1): string {
  return TASK_ROLES.some(role => role === doer)
    ? doer
    : fullRef(doer, track, 'group');
}

function verificationOf(
  verification: TaskVerification,
  track: OnboardingTrackEntityV1alpha1,
): TaskVerification {
  if ('record' in verification) {
    return { ...verification, times: verification.times ?? 1 };
  }
  if ('fact' in verification) {
    const { of = 'team' } = verification;
    return {
      ...verification,
      of:
        of === 'team' || of === 'newcomer'
          ? of
          : fullRef(of, track, 'component'),
    };
  }
  return 'template' in verification
    ? {
        ...verification,
        template: fullRef(verification.template, track, 'template'),
      }
    : verification;
}

function ownerOf(track: OnboardingTrackEntityV1alpha1): string {
  return fullRef(track.spec.owner, track, 'group');
}
