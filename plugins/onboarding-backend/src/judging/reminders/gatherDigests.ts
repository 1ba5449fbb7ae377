import { isolated } from '@fairlead/bidi-text';
import {
  planJourney,
  StandingTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { readManagerOf } from '../../catalog/people';
import { JourneyInHand, toRecords } from '../../records/journeys';
import { CopiedEntity } from '../../catalog/entities/readEntities';

/** What somebody is told in one message. */
export interface Digest {
  /** One sentence each, in a stable order, with nothing in them that changes by itself. */
  lines: Set<string>;
  /** The tasks of which it asks how they go. */
  asked: { journeyId: string; taskId: string }[];
}

/** What the digests of journeys are made from. */
export interface DigestSources {
  entities: ReadonlyMap<string, CopiedEntity>;
  /** The members of groups that have tasks to do. */
  membersOf: ReadonlyMap<string, readonly string[]>;
  now: number;
}

/** Adds what a journey has for people to do: its next task to whoever is on it, and to others what is theirs. */
export function gatherDigests(
  digests: Map<string, Digest>,
  journey: JourneyInHand,
  sources: DigestSources,
): void {
  const { row, plan } = journey;
  const tell = (userRef: string, line: string) =>
    digestOf(digests, userRef).lines.add(line);
  const { milestones, next } = planJourney({
    plan,
    records: toRecords(journey.tasks),
    createdAt: Number(row.created_at),
    startAt: Number(row.start_at),
    now: sources.now,
  });
  const open = milestones
    .flatMap(({ tasks }) => tasks)
    .filter(({ state }) => state === 'open');
  for (const one of open) {
    const { task } = one;
    if (task.for === 'newcomer') {
      tellNewcomer(digests, journey, { one, next, sources });
    } else {
      findDoers(task.for, journey, sources).forEach(ref =>
        tell(ref, isolated`${row.user_ref}: ${task.title}`),
      );
    }
    if ('buddy' in task.verifiedBy && task.for !== 'buddy') {
      findDoers('buddy', journey, sources).forEach(ref =>
        tell(ref, isolated`${row.user_ref}: look at '${task.title}'`),
      );
    }
  }
}

/** Before the first day there is nothing to tell them. */
function tellNewcomer(
  digests: Map<string, Digest>,
  { row, plan }: JourneyInHand,
  options: {
    one: StandingTask;
    next: string | undefined;
    sources: DigestSources;
  },
): void {
  const { one, next, sources } = options;
  const { id, title } = one.task;
  const uid = sources.entities.get(row.user_ref)?.uid;
  const isThem = uid !== undefined && [null, uid].includes(row.user_uid);
  if (!isThem || Number(row.start_at) > sources.now) {
    return;
  }
  const digest = digestOf(digests, row.user_ref);
  if (one.isLong) {
    digest.lines.add(
      isolated`How does it go with '${title}'? If you are stuck, say so there`,
    );
    digest.asked.push({ journeyId: row.id, taskId: id });
  } else if (id === next) {
    digest.lines.add(isolated`Next on '${plan.title}': ${title}`);
  }
}

function findDoers(
  doer: string,
  { row }: JourneyInHand,
  { entities, membersOf }: DigestSources,
): readonly string[] {
  switch (doer) {
    case 'buddy':
      return row.buddy_state === 'accepted' ? [row.buddy_ref!] : [];
    case 'manager': {
      const user = entities.get(row.user_ref)?.entity;
      const team = entities.get(row.team_ref ?? '')?.entity;
      return [readManagerOf(user, team) ?? []].flat();
    }
    default:
      return doer.startsWith('user:') ? [doer] : membersOf.get(doer) ?? [];
  }
}

function digestOf(digests: Map<string, Digest>, userRef: string): Digest {
  const digest = digests.get(userRef) ?? { lines: new Set(), asked: [] };
  digests.set(userRef, digest);
  return digest;
}
