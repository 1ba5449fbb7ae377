/** That a repository has a name. */
export interface NameTelling {
  repositoryId: string;
  name: string;
  /** The name that it was told to have had before; empty where none was told. */
  formerName: string;
  /** When it was last told to have the name, in milliseconds since the epoch; null where that is not known. */
  at: number | null;
  /** The last receipt. Decides only what no time of a payload does. */
  toldAt: number;
}

interface Name {
  repositoryId: string;
  name: string;
  at: number;
  toldAt: number;
}

const nameKey = ({ name, repositoryId }: Name) =>
  JSON.stringify([name, repositoryId]);

/** Before all times that can be told. */
const NOT_KNOWN = -1;

/**
 * The names under which repositories of one source are kept, by id: each has its own.
 *
 * @remarks
 *
 * A repository has the name that it was told last to have; one that another is told to have followed is over, unless it
 * was told again later. A host gives a name to one repository at a time: where two were told to have it, the one that was
 * told so last has it, and the other one is kept under a name that nobody else can have until its new one is told.
 */
export function presentNames(
  tellings: readonly NameTelling[],
): Map<string, string> {
  const last = [...groupBy(tellings, one => one.repositoryId).values()].map(
    lastName,
  );
  const present = new Map<string, string>();
  for (const [name, all] of groupBy(last, one => one.name)) {
    const holder = all.reduce(later);
    for (const { repositoryId } of all) {
      present.set(
        repositoryId,
        repositoryId === holder.repositoryId
          ? name
          : standInName(name, repositoryId),
      );
    }
  }
  return present;
}

/** A name for a repository whose own is taken. No host allows a tilde in one. */
export function standInName(name: string, repositoryId: string): string {
  return `${name}~${repositoryId}`;
}

function lastName(tellings: readonly NameTelling[]): Name {
  const names = new Map<string, Name>();
  for (const { repositoryId, name, at, toldAt } of tellings) {
    const one = { repositoryId, name, at: at ?? NOT_KNOWN, toldAt };
    const known = names.get(name);
    names.set(name, known ? later(known, one) : one);
  }
  const all = [...names.values()];
  const isOver = (one: Name) =>
    tellings.some(({ name, formerName }) => {
      const next = names.get(name)!;
      return (
        formerName === one.name && (next.at === NOT_KNOWN || next.at >= one.at)
      );
    });
  const open = all.filter(one => !isOver(one));
  return (open.length > 0 ? open : all).reduce(later);
}

function later(a: Name, b: Name): Name {
  const order = a.at - b.at || a.toldAt - b.toldAt;
  // A tie is broken by the key, so that the order of arrival does not matter.
  return order > 0 || (order === 0 && nameKey(a) > nameKey(b)) ? a : b;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
