import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { createServiceClient, ServiceClient } from '@fairlead/service-client';
import { OnboardingService } from './service';

/** Speaks to the onboarding backend over HTTP. */
export class OnboardingServiceClient implements OnboardingService {
  readonly #ask: ServiceClient;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): OnboardingServiceClient {
    return new OnboardingServiceClient(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#ask = createServiceClient({ ...options, pluginId: 'onboarding' });
  }

  async readValues(options: { after?: string; limit?: number } = {}) {
    const given = Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const response = await this.#ask(`/values?${new URLSearchParams(given)}`);
    return response.json();
  }
}
