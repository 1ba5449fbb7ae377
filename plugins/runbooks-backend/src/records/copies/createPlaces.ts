import { LeaseShare } from './leaseProbes';

/** The places in which addresses are looked at at once. */
export interface Places {
  /** How many are free. */
  free(): number;
  /** How the free ones are to be given to hosts, those first that come first. */
  shares(): LeaseShare[];
  take(host: string): void;
  giveBack(host: string, look: { timedOut: boolean }): void;
}

/**
 * Keeps half of the places for hosts that answer in time. Those that let the last look at them time out share the other half,
 * however many they are, until one ends in time: without that, a few dead hosts would soon hold all places up to the timeout.
 * A single place cannot be shared: they get it when nobody else wants it.
 */
export function createPlaces(count: number): Places {
  const slow = new Set<string>();
  /** No host takes two. */
  const taken = new Set<string>();
  const forSlow = Math.floor(count / 2);

  const free = () => count - taken.size;
  return {
    free,
    shares() {
      const used = [...taken].filter(host => slow.has(host)).length;
      const hosts = [...slow];
      const others = { hosts: { without: hosts }, limit: free() };
      if (hosts.length === 0) {
        return [others];
      }
      const only = { only: hosts };
      return count === 1
        ? [others, { hosts: only, limit: free() }]
        : [{ hosts: only, limit: Math.min(free(), forSlow - used) }, others];
    },
    take: host => void taken.add(host),
    giveBack(host, { timedOut }) {
      taken.delete(host);
      if (timedOut) {
        slow.add(host);
      } else {
        slow.delete(host);
      }
    },
  };
}
