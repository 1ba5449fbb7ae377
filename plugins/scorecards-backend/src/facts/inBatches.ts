import { SinkEntry } from './FactSink';

/**
 * Entries in batches of about so many values, each with its index among all. However much comes at once, little of it is
 * in hand.
 */
export function* inBatches(
  entries: readonly SinkEntry[],
  values: number,
): Iterable<{ entry: SinkEntry; index: number }[]> {
  let batch: { entry: SinkEntry; index: number }[] = [];
  let count = 0;
  for (const [index, entry] of entries.entries()) {
    batch.push({ entry, index });
    count += Object.keys(entry.values).length + 1;
    if (count >= values) {
      yield batch;
      batch = [];
      count = 0;
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}
