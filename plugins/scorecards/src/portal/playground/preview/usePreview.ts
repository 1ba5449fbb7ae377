import {
  DefinitionProblem,
  PreviewResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import useDebounce from 'react-use/lib/useDebounce';
import { useScorecardsApi } from '../../../api/useScorecardsQuery';

const TYPING_PAUSE_MS = 500;
/** Every pause in typing leaves an answer behind; none of them is wanted for long. */
const KEPT_MS = 60_000;
const NO_PROBLEMS: DefinitionProblem[] = [];

/** What a draft would change. */
export interface Preview {
  /** The first answer, of this text or of the one before it. */
  first: PreviewResponse | undefined;
  /** The entities of all pages so far, those that change first. */
  entities: PreviewResponse['entities'];
  /** Problems that only the server could find. */
  problems: DefinitionProblem[];
  /** Whether the answer is not of the text as it stands now. */
  isOutdated: boolean;
  error: Error | null;
  retry: () => void;
  more: { has: boolean; isLoading: boolean; load: () => void };
}

/** Computes the effect of a text when typing pauses. A request that is overtaken is aborted. */
export function usePreview(
  text: string,
  options: { enabled: boolean },
): Preview {
  const { api, queryClient } = useScorecardsApi();
  const [settled, setSettled] = useState(text);
  useDebounce(() => setSettled(text), TYPING_PAUSE_MS, [text]);
  const isSettled = settled === text;

  const query = useInfiniteQuery(
    {
      queryKey: ['preview', settled],
      queryFn: ({ pageParam, signal }) =>
        api.preview({ scorecard: settled, cursor: pageParam, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor,
      enabled: options.enabled && isSettled,
      gcTime: KEPT_MS,
      placeholderData: previous => previous,
    },
    queryClient,
  );
  const pages = query.data?.pages;
  const entities = useMemo(
    () => pages?.flatMap(page => page.entities) ?? [],
    [pages],
  );
  const isCurrent =
    options.enabled && isSettled && !query.isPlaceholderData && !!pages;
  return {
    first: pages?.[0],
    entities,
    problems: isCurrent ? pages[0].problems : NO_PROBLEMS,
    isOutdated: !isCurrent,
    error: query.error,
    retry: () => query.refetch(),
    more: {
      has: query.hasNextPage,
      isLoading: query.isFetchingNextPage,
      load: () => query.fetchNextPage(),
    },
  };
}
