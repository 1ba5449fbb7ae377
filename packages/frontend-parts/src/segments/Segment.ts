/** One part of a whole, named in words. @public */
export interface Segment {
  key: string;
  label: string;
  /** How much of the whole: a count or a share, the same for all parts of it. */
  size: number;
  /** The size in words. */
  text: string;
  /** A CSS colour. It repeats what the label says and never stands alone. */
  color: string;
}
