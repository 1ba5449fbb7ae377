import { isolated } from '@fairlead/bidi-text';
import { AskedService } from './describeFailure';
import { hasStatus } from './hasStatus';
import { ApiObject, RestApi } from './RestApi';

/** Asks hosts in turn, for the first that knows a thing. @public */
export async function findOnHosts<THost, TApi extends RestApi>(options: {
  hosts: readonly THost[];
  open(host: THost): TApi | Promise<TApi>;
  service: Pick<AskedService, 'title'>;
}): Promise<{ api: TApi; found: ApiObject }> {
  const { hosts, open, service } = options;
  for (const [index, host] of hosts.entries()) {
    try {
      const api = await open(host);
      return { api, found: await api.get() };
    } catch (error) {
      if (!hasStatus(error, 404) || index === hosts.length - 1) {
        throw error;
      }
    }
  }
  throw new Error(isolated`No ${service.title} integration is configured`);
}
