/** The places in which addresses are looked at at once. */
export interface Places {
  /** How many are free. */
  free(): number;
  /** How many of these a host may take that did not answer last time. */
  freeForSilent(): number;
  /** The hosts that did not answer last time. */
  silent(): string[];
  take(host: string): void;
  giveBack(host: string, look: { answered: boolean }): void;
}

/**
 * Keeps half of the places for hosts that answer. Those that kept a look waiting for nothing share the other half, however
 * many they are, until they answer: without that, a few dead ones would soon hold all places up to the timeout.
 */
export function createPlaces(count: number): Places {
  const silent = new Set<string>();
  /** No host takes two. */
  const taken = new Set<string>();
  const forSilent = Math.max(1, Math.floor(count / 2));

  const free = () => count - taken.size;
  return {
    free,
    freeForSilent() {
      const used = [...taken].filter(host => silent.has(host)).length;
      return Math.max(0, Math.min(free(), forSilent - used));
    },
    silent: () => [...silent],
    take: host => void taken.add(host),
    giveBack(host, { answered }) {
      taken.delete(host);
      if (answered) {
        silent.delete(host);
      } else {
        silent.add(host);
      }
    },
  };
}
