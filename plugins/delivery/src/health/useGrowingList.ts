import { useState } from 'react';

const ITEMS_AT_FIRST = 20;
/** The most that a page of the backend holds. */
const MOST_ITEMS = 500;

/** How much of a list is asked for: a little at first, and more each time. */
export function useGrowingList() {
  const [limit, setLimit] = useState(ITEMS_AT_FIRST);
  return {
    limit,
    grow: () => setLimit(current => Math.min(current * 5, MOST_ITEMS)),
  };
}
