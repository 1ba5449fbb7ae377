import { QueryClient } from '@tanstack/react-query';
import { DeliveryApi } from './DeliveryApi';

const clients = new WeakMap<DeliveryApi, QueryClient>();

/**
 * The query client of an API: one for all screens of the plugin, wherever on a page they are mounted, so that what two
 * cards ask for is asked once. It needs no provider, which entity cards and widgets have no common place for.
 */
export function queryClientOf(api: DeliveryApi): QueryClient {
  let client = clients.get(api);
  if (!client) {
    client = new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: 30_000,
          refetchOnWindowFocus: false,
          retry: isWorthRetrying,
          retryDelay: 1_000,
        },
      },
    });
    clients.set(api, client);
  }
  return client;
}

function isWorthRetrying(failures: number, error: Error): boolean {
  const status = 'statusCode' in error ? Number(error.statusCode) : undefined;
  const isTransient = status === 502 || status === 503 || status === 504;
  return failures < 1 && isTransient;
}
