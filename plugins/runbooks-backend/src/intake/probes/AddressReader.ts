import { ProbeOutcome } from '@fairlead/backstage-plugin-runbooks-common';
import { Validators } from '@fairlead/guarded-fetch';

/** What asking an address came to, and what it holds. */
export interface AddressReading {
  outcome: ProbeOutcome;
  /** In Markdown; absent where there is none, or none that can be read. */
  text?: string;
  /** What its links are relative to. */
  baseUrl?: string;
  /** For asking again. */
  validators?: Validators;
}

/** An address of the registry. */
export interface ReadAddress {
  /** As it stands in the registry, with what stands behind `#`. */
  url: string;
  /** Of the last answer. */
  known?: Validators;
  signal: AbortSignal;
}

/** Reads some kinds of addresses. Never throws but for its signal. */
export interface AddressReader {
  reads(url: string): boolean;
  read(address: ReadAddress): Promise<AddressReading>;
}

/** A longer text is no runbook that anybody could read at night. Bytes. */
export const MAX_TEXT_BYTES = 1024 * 1024;
