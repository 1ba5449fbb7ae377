import { Random } from './Random';
import { Repository } from './Repository';

const DAY = 24 * 3_600_000;

/** For so long after their start somebody is given more to do than others, and every step of their changes is sent. */
const NEW_FOR = 30 * DAY;

/** The logins of those who worked on a repository at a time; the first is on duty at night. */
export function crewAt(
  { newcomers, people }: Repository,
  time: number,
): readonly string[] {
  return people.filter(login => (newcomers?.get(login)?.since ?? 0) <= time);
}

/** Whether somebody was new at a time. */
export function isNewAt(
  { newcomers }: Repository,
  login: string,
  time: number,
): boolean {
  const since = newcomers?.get(login)?.since;
  return since !== undefined && time >= since && time < since + NEW_FOR;
}

/** Whoever works on a change begun at a time: of two changes one goes to who is new, where somebody is. */
export function pickAuthor(
  repository: Repository,
  options: { random: Random; number: number; time: number },
): string {
  const { random, number, time } = options;
  const crew = crewAt(repository, time);
  const usual = random.pick(crew);
  const isNew = crew.filter(login => isNewAt(repository, login, time));
  // Drawn for itself, so that who is new changes nothing else of what happened.
  const own = Random.of(repository.slug, 'newcomer', number);
  return isNew.length > 0 && own.chance(0.5) ? own.pick(isNew) : usual;
}

/** The labels of a change: of those that an agent helps, one says so. */
export function labelsOf({ newcomers }: Repository, author: string): string[] {
  return newcomers?.get(author)?.withAgent ? ['claude-code'] : [];
}
