import { AlertRule } from './AlertRules';
import { Habits } from './Habits';

/** Somebody who came lately. */
export interface RepositoryNewcomer {
  /** When their work began, or will. Milliseconds since the epoch. */
  since: number;
  /** An agent helps with what they change. */
  withAgent: boolean;
}

/** A component of the demo and the repository that tells of it. */
export interface Repository {
  component: string;
  /** As the entity names it, for example `skerry-lines/booking-api`. */
  slug: string;
  /** The service that PagerDuty watches. */
  serviceId?: string;
  /** The service of Rootly, where incidents are kept there and not at PagerDuty. */
  rootlyServiceId?: string;
  alertRules: readonly AlertRule[];
  /** Logins of the people who work on it; the first is on duty at night. */
  people: readonly string[];
  /** Those of them who came lately, by their logins. */
  newcomers?: ReadonlyMap<string, RepositoryNewcomer>;
  habits: Habits;
}
