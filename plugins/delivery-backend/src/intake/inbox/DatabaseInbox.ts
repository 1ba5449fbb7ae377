import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { IntakeResponse } from '@fairlead/backstage-plugin-delivery-common';
import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { createPauses } from '@fairlead/background-work';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { createDelivery, NewDelivery } from './createDelivery';
import { DeliveryWriter } from './DeliveryWriter';
import { DoorCounts } from './DoorCounts';
import { Inbox, ReceiveOptions } from './Inbox';

export interface DatabaseInboxOptions {
  clock?: Clock;
  counts: DoorCounts;
  db: Knex;
  /** Called after something was stored. */
  onReceived?: () => void;
}

export class DatabaseInbox implements Inbox {
  readonly #clock: Clock;
  readonly #options: DatabaseInboxOptions;
  readonly #writers = new Map<string, DeliveryWriter>();

  static create(options: DatabaseInboxOptions): DatabaseInbox {
    return new DatabaseInbox(options);
  }

  private constructor(options: DatabaseInboxOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  async receive(
    source: DeliverySource,
    payloads: readonly JsonValue[],
    options: ReceiveOptions,
  ): Promise<IntakeResponse> {
    const now = this.#clock();
    const deliveries: NewDelivery[] = [];
    const rejected: IntakeResponse['rejected'] = [];
    const pauses = createPauses();
    for (const [index, payload] of payloads.entries()) {
      try {
        deliveries.push(createDelivery(source, payload, { ...options, now }));
      } catch (error) {
        if (!(error instanceof InputError)) {
          throw error;
        }
        rejected.push({ index, reason: error.message });
      }
      await pauses.ifDue();
    }
    const accepted = await this.#store(source, deliveries);
    const duplicates = deliveries.length - accepted;
    if (!options.pullId) {
      this.#options.counts.countReceived(source.id, {
        accepted,
        duplicates: options.isPerhapsKept ? 0 : duplicates,
      });
      rejected.forEach(({ reason }) =>
        this.#options.counts.countRejected(source.id, reason),
      );
    }
    return { accepted, duplicates, rejected };
  }

  async #store(
    source: DeliverySource,
    deliveries: readonly NewDelivery[],
  ): Promise<number> {
    if (deliveries.length === 0) {
      return 0;
    }
    const writer =
      this.#writers.get(source.id) ?? new DeliveryWriter(this.#options.db);
    this.#writers.set(source.id, writer);
    const accepted = await writer.write(deliveries);
    if (accepted > 0) {
      this.#options.onReceived?.();
    }
    return accepted;
  }
}
