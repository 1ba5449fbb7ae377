import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { judgeProbe } from '@fairlead/backstage-plugin-runbooks-common';
import { isolated } from '@fairlead/bidi-text';
import { Clock } from '@fairlead/bulk-sql';
import { createDeadline } from '@fairlead/guarded-fetch';
import { Knex } from 'knex';
import { setTimeout as delay } from 'node:timers/promises';
import {
  AddressReader,
  AddressReading,
  ProbeOptions,
} from '../../intake/probes';
import { createPlaces, Places } from './createPlaces';
import {
  isAnyDue,
  LeasedProbe,
  leaseProbes,
  releaseProbe,
} from './leaseProbes';
import { nextProbeAt } from './nextProbe';
import { storeProbe } from './storeProbe';

/** Longer than any look takes, short enough for what a process that died held to be taken up soon. */
const LEASE_MARGIN = 60_000;

/** The longest wait for a host that may be asked again, milliseconds. */
const LONGEST_WAIT = 1_000;

export interface ProbeRunnerOptions {
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  options: ProbeOptions;
  /** The first that reads an address reads it. */
  readers: readonly AddressReader[];
}

/**
 * Looks at the addresses of runbooks that are due.
 *
 * @remarks
 *
 * It looks at `concurrency` addresses at once: one at a time of each host, with a pause between two, and at most half of
 * them of hosts that let the last look time out, so that a host that is slow or dead holds up no other. What is due and who
 * looks at it stands in the database: replicas share the work, and a process that is killed loses only the looks that it
 * had begun.
 */
export class ProbeRunner {
  readonly #clock: Clock;
  readonly #options: ProbeRunnerOptions;

  static create(options: ProbeRunnerOptions): ProbeRunner {
    return new ProbeRunner(options);
  }

  private constructor(options: ProbeRunnerOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** Looks at all that is due. Answers at how many addresses that was. */
  async run(run: { signal?: AbortSignal } = {}): Promise<number> {
    const signal = run.signal ?? new AbortController().signal;
    const { concurrency, pause } = this.#options.options;
    const looks = new Set<Promise<void>>();
    const places = createPlaces(concurrency);
    let count = 0;
    while (!signal.aborted) {
      const leased = await this.#lease(places);
      for (const probe of leased) {
        const look = this.#look(probe, signal).then(timedOut => {
          places.giveBack(probe.host, { timedOut });
          looks.delete(look);
        });
        looks.add(look);
      }
      count += leased.length;
      if (looks.size === concurrency) {
        await Promise.race(looks);
      } else if (leased.length === 0) {
        if (looks.size === 0 && !(await this.#isAnyDue())) {
          break;
        }
        // What is left is of hosts that are being asked now, or were asked a moment ago.
        const wait = Math.min(Math.max(pause, 10), LONGEST_WAIT);
        await Promise.race([...looks, rest(wait, signal)]);
      }
    }
    await Promise.all(looks);
    return count;
  }

  async #lease(places: Places): Promise<LeasedProbe[]> {
    const { db, options } = this.#options;
    const leased = await leaseProbes(db, {
      now: this.#clock(),
      leaseFor: options.timeout + LEASE_MARGIN,
      limit: places.free(),
      shares: places.shares(),
    });
    leased.forEach(({ host }) => places.take(host));
    return leased;
  }

  async #isAnyDue(): Promise<boolean> {
    return isAnyDue(this.#options.db, this.#clock());
  }

  /**
   * Answers whether the look timed out. Never throws: what goes wrong with one address touches no other.
   */
  async #look(probe: LeasedProbe, signal: AbortSignal): Promise<boolean> {
    const { db, logger, options } = this.#options;
    try {
      const { reading, timedOut } = await this.#read(probe, signal);
      if (signal.aborted) {
        await releaseProbe(db, probe);
        return false;
      }
      const verdict = judgeProbe(reading.outcome, {
        url: probe.url,
        history: probe,
        identityHosts: options.identityHosts,
      });
      const now = this.#clock();
      await storeProbe(db, probe, {
        reading,
        verdict,
        now,
        dueAt: nextProbeAt(verdict, { ...options, id: probe.runbook_id, now }),
        restUntil: now + options.pause,
      });
      return timedOut;
    } catch (error) {
      logger.error(
        isolated`Could not look at the runbook at '${probe.url}'; it is tried again when its lease runs out`,
        toError(error),
      );
      return false;
    }
  }

  async #read(
    probe: LeasedProbe,
    signal: AbortSignal,
  ): Promise<{ reading: AddressReading; timedOut: boolean }> {
    const { options, readers } = this.#options;
    const reader = readers.find(one => one.reads(probe.url));
    if (!reader) {
      const reason = 'Nobody can read such an address';
      const reading: AddressReading = { outcome: { kind: 'broken', reason } };
      return { reading, timedOut: false };
    }
    // Without the text of the last answer, one that says that nothing changed is of no use.
    const hasCopy = await this.#hasCopy(probe);
    const deadline = createDeadline(options.timeout, [signal]);
    try {
      const reading = await reader.read({
        url: probe.url,
        known: hasCopy
          ? {
              etag: probe.etag ?? undefined,
              lastModified: probe.last_modified ?? undefined,
            }
          : undefined,
        signal: deadline.signal,
      });
      return { reading, timedOut: deadline.signal.aborted };
    } finally {
      deadline.clear();
    }
  }

  async #hasCopy({ runbook_id: id }: LeasedProbe): Promise<boolean> {
    const copy = await this.#options
      .db('runbook_copies')
      .where('runbook_id', id)
      .first('runbook_id');
    return copy !== undefined;
  }
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => {});
}
