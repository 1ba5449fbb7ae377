import { AlertRule } from './AlertRules';
import { Habits } from './Habits';

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
  habits: Habits;
}
