import { InfiniteData } from '@tanstack/react-query';

/** How many rows are asked for at a time. */
export const LISTED_AT_ONCE = 100;

/** The rows of all pages that were read, and what the first one says of the whole list. */
export function listOf<
  TPage extends { items: readonly unknown[]; totalItems: number },
>(data: InfiniteData<TPage>) {
  const items: TPage['items'][number][] = data.pages.flatMap(
    page => page.items,
  );
  return { first: data.pages[0], items };
}
