import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  isFactId,
  validateFactValue,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolate, isolated } from '@fairlead/bidi-text';
import { JsonValue } from '@backstage/types';
import { FactDeclarations } from './FactDeclarations';
import { PutFactsOptions, SinkEntry } from './FactSink';

const MAX_VALUES = 200;
const MAX_VALUE_BYTES = 8 * 1024;
const MAX_DEPTH = 16;
const MAX_ERROR_LENGTH = 1_000;
const MAX_AHEAD = 5 * 60_000;
const SOURCE_ID = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/;

/** What one source saw of one fact of one entity: a value, or a failure. */
export interface Observation {
  entityRef: string;
  factId: string;
  source: string;
  /** JSON. Without value and error, the fact was found to have no value. */
  value?: string;
  error?: string;
  /** Milliseconds since the epoch. */
  observedAt: number;
}

/** The observations of an entry, or the reason for which it is rejected. */
export type ParsedSinkEntry =
  | { observations: Observation[]; entityRef: string }
  | { reason: string };

/** Reads an entry. It holds as a whole or not at all. */
export function parseSinkEntry(
  entry: SinkEntry,
  options: PutFactsOptions & { declarations: FactDeclarations; now: number },
): ParsedSinkEntry {
  const entityRef = parseFactEntityRef(entry.entityRef);
  if (!entityRef) {
    return {
      reason: `'${isolate(
        entry.entityRef,
      )}' is not an entity ref; write 'kind:namespace/name'`,
    };
  }
  const observedAt = entry.observedAt
    ? Date.parse(entry.observedAt)
    : options.now;
  const reason =
    validateEnvelope(entry, observedAt, options) ??
    validateValues(entry, options);
  if (reason) {
    return { reason };
  }
  const common = { entityRef, source: entry.source, observedAt };
  return {
    entityRef,
    // The shared part comes last: V8 makes an object that starts with it anew for each property that follows.
    observations: [
      ...(entry.absent ?? []).map(factId => ({ factId, ...common })),
      ...Object.keys(entry.values).map(factId => ({
        factId,
        value: JSON.stringify(entry.values[factId]),
        ...common,
      })),
      ...Object.entries(entry.failures ?? {}).map(([factId, { error }]) => ({
        factId,
        error: error.slice(0, MAX_ERROR_LENGTH),
        ...common,
      })),
    ],
  };
}

/** A full ref in lower case; undefined for what is none. */
export function parseFactEntityRef(text: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    return undefined;
  }
}

function validateEnvelope(
  entry: SinkEntry,
  observedAt: number,
  options: PutFactsOptions & { declarations: FactDeclarations; now: number },
): string | undefined {
  if (!SOURCE_ID.test(entry.source)) {
    return `'${isolate(
      entry.source,
    )}' is not a source; use up to 100 letters, digits, '.', '_', '/' and '-'`;
  }
  if (
    options.scheduledSource === undefined &&
    options.declarations.hasSource(entry.source)
  ) {
    return isolated`Source '${entry.source}' is a scheduled source of this backend; send under a name of your own`;
  }
  if (Number.isNaN(observedAt)) {
    return `observedAt '${isolate(
      String(entry.observedAt),
    )}' is not an ISO 8601 time`;
  }
  if (observedAt > options.now + MAX_AHEAD) {
    return isolated`observedAt '${entry.observedAt}' lies more than 5 minutes ahead`;
  }
  const count =
    Object.keys(entry.values).length + Object.keys(entry.failures ?? {}).length;
  return count > MAX_VALUES
    ? `An entry takes at most ${MAX_VALUES} values, not ${count}`
    : undefined;
}

function validateValues(
  entry: SinkEntry,
  options: PutFactsOptions & { declarations: FactDeclarations },
): string | undefined {
  for (const [factId, value] of Object.entries(entry.values)) {
    const reason =
      validateFactId(factId, options) ??
      validateValue(factId, value) ??
      validateType(factId, value, options.declarations);
    if (reason) {
      return reason;
    }
  }
  for (const factId of [
    ...Object.keys(entry.failures ?? {}),
    ...(entry.absent ?? []),
  ]) {
    const reason = validateFactId(factId, options);
    if (reason) {
      return reason;
    }
  }
  return undefined;
}

function validateFactId(
  factId: string,
  options: PutFactsOptions & { declarations: FactDeclarations },
): string | undefined {
  if (!isFactId(factId)) {
    return `'${isolate(
      factId,
    )}' is not a fact id; write words joined by dots, for example 'delivery.leadTime.p50'`;
  }
  const declaredBy = options.declarations.get(factId)?.source;
  if (options.scheduledSource === undefined) {
    return declaredBy
      ? isolated`Fact '${factId}' is declared by the scheduled source '${declaredBy}', which alone may send it`
      : undefined;
  }
  return declaredBy === options.scheduledSource
    ? undefined
    : isolated`Fact '${factId}' is not declared by fact source '${options.scheduledSource}'; add it to its facts`;
}

function validateValue(factId: string, value: JsonValue): string | undefined {
  if (value === null || value === undefined) {
    return isolated`Fact '${factId}' has no value; leave it out when it was not observed`;
  }
  if (isDeeperThan(value, MAX_DEPTH)) {
    return isolated`The value of fact '${factId}' is nested deeper than ${MAX_DEPTH} levels`;
  }
  return Buffer.byteLength(JSON.stringify(value)) > MAX_VALUE_BYTES
    ? isolated`The value of fact '${factId}' is larger than ${
        MAX_VALUE_BYTES / 1024
      } KiB`
    : undefined;
}

function validateType(
  factId: string,
  value: JsonValue,
  declarations: FactDeclarations,
): string | undefined {
  const declared = declarations.get(factId);
  return declared && validateFactValue(declared.declaration, value);
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  return (
    depth === 0 ||
    Object.values(value).some(inner => isDeeperThan(inner, depth - 1))
  );
}
