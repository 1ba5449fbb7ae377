/**
 * Items in batches of about so much weight, in their order. However much comes at once, little of it is in hand: an item
 * is taken from the source only when its batch is made up.
 */
export function* inBatches<T>(
  items: Iterable<T>,
  options: { weight: number; weigh(item: T): number },
): Iterable<T[]> {
  let batch: T[] = [];
  let weight = 0;
  for (const item of items) {
    batch.push(item);
    weight += options.weigh(item);
    if (weight >= options.weight) {
      yield batch;
      batch = [];
      weight = 0;
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}
