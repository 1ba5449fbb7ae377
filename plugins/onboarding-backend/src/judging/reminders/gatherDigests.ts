import { isolated } from '@fairlead/bidi-text';
import {
  planJourney,
  StandingTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { readManagerOf } from '../../catalog/people';
import { JourneyInHand, toRecords } from '../../records/journeys';
import { noticeLinks } from '../../records/notices';
import { CopiedEntity } from '../../catalog/entities/readEntities';

/** What somebody is told in one message. */
export interface Digest {
  /** One sentence each, with nothing in it that changes by itself, and where it leads. */
  lines: Map<string, string>;
  /** The tasks of which it asks how they go. */
  asked: { journeyId: string; taskId: string }[];
  /** Lines that were told before and are not told again. */
  known: Set<string>;
}

/** What the digests of journeys are made from. */
export interface DigestSources {
  entities: ReadonlyMap<string, CopiedEntity>;
  /** The members of groups that have tasks to do. */
  membersOf: ReadonlyMap<string, readonly string[]>;
  now: number;
}

/**
 * Adds what a journey has for people to do: its next task to whoever is on it, to others what is theirs, and to the buddy who
 * is proposed the question whether they go along.
 */
export function gatherDigests(
  digests: Map<string, Digest>,
  journey: JourneyInHand,
  sources: DigestSources,
): void {
  const { row, plan } = journey;
  const tell = (userRef: string, line: string, link: string) =>
    digestOf(digests, userRef).lines.set(line, link);
  if (row.buddy_state === 'proposed' && row.buddy_ref !== null) {
    tell(
      row.buddy_ref,
      isolated`Will you go along with ${row.user_ref} as their buddy?`,
      noticeLinks.buddy(row.id),
    );
  }
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
        tell(
          ref,
          isolated`${row.user_ref}: ${task.title}`,
          noticeLinks.taskForOther(row.id, task.id),
        ),
      );
    }
    if ('buddy' in task.verifiedBy && task.for !== 'buddy') {
      findDoers('buddy', journey, sources).forEach(ref =>
        tell(
          ref,
          isolated`${row.user_ref}: look at '${task.title}'`,
          noticeLinks.journeyTask(row.id, task.id),
        ),
      );
    }
  }
}

/** Before the first day there is nothing to tell them. */
function tellNewcomer(
  digests: Map<string, Digest>,
  { row, plan, tasks }: JourneyInHand,
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
  const link = noticeLinks.journeyTask(row.id, id);
  if (one.isLong) {
    const line = isolated`How does it go with '${title}'? If you are stuck, say so there`;
    digest.lines.set(line, link);
    if (tasks.get(id)?.asked_at === null) {
      digest.asked.push({ journeyId: row.id, taskId: id });
    } else {
      digest.known.add(line);
    }
  } else if (id === next) {
    digest.lines.set(isolated`Next on '${plan.title}': ${title}`, link);
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
  const digest = digests.get(userRef) ?? {
    lines: new Map(),
    asked: [],
    known: new Set(),
  };
  digests.set(userRef, digest);
  return digest;
}
