/** A page of a list. @public */
export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  nextCursor?: string;
  totalItems: number;
}
