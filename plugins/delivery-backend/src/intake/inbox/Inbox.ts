import { JsonValue } from '@backstage/types';
import { IntakeResponse } from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliverySource,
  DeliveryVia,
} from '@fairlead/backstage-plugin-delivery-node';

/** How deliveries came in. */
export interface ReceiveOptions {
  via: DeliveryVia;
  /** Names in lower case. */
  headers?: Record<string, string | undefined>;
  /** The pull that asked for them. */
  pullId?: string;
  /**
   * They speak of a time to come. Their names are made of the whole bodies, so that the same sent again with the right
   * time is not taken for known.
   */
  isAhead?: boolean;
  /** An ingress may have handed them over before: that they are known counts for nothing. */
  isPerhapsKept?: boolean;
}

/** Takes deliveries and keeps them; reading them is others' work. */
export interface Inbox {
  /**
   * Stores what is not stored yet. When this resolves, nothing of it can be lost any more.
   *
   * @throws what the database throws; then nothing is known to be stored, and the same may be sent again
   */
  receive(
    source: DeliverySource,
    payloads: readonly JsonValue[],
    options: ReceiveOptions,
  ): Promise<IntakeResponse>;
}
