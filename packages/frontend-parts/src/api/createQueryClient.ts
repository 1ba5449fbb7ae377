import { QueryClient } from '@tanstack/react-query';

/** A query client that answers a second card from the first one's answer, and asks once more where a gateway failed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: isWorthRetrying,
        retryDelay: 1_000,
      },
    },
  });
}

function isWorthRetrying(failures: number, error: Error): boolean {
  const status = 'statusCode' in error ? Number(error.statusCode) : undefined;
  const isTransient = status === 502 || status === 503 || status === 504;
  return failures < 1 && isTransient;
}
