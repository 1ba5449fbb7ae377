/** One part of a whole, named in words. */
export interface Segment {
  key: string;
  label: string;
  count: number;
  /** A CSS colour. It repeats what the label says and never stands alone. */
  color: string;
}
