import { MeasureHeads } from './MeasuredDays';

/** What is stored of an entity beside its days. */
export interface StoredHeads {
  /** Hash of the options under which it was measured. */
  options: string;
  measures: MeasureHeads;
}

/** Reads what is stored; nothing of it for an entity that was never measured. */
export function parseHeads(heads: string): Partial<StoredHeads> {
  return JSON.parse(heads);
}

/** Reads the stored heads of the measures of an entity. */
export function readHeads(heads: string): MeasureHeads {
  return parseHeads(heads).measures ?? {};
}
