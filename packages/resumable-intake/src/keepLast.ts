/** What was told last of each key, in the order in which that was told. */
export function keepLast<T extends { key: string }>(
  records: readonly T[],
): T[] {
  const last = new Map<string, T>();
  for (const record of records) {
    last.delete(record.key);
    last.set(record.key, record);
  }
  return [...last.values()];
}
