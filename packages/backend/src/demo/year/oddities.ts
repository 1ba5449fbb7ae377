import { parseAlertRules } from './AlertRules';
import { DemoDelivery } from './DemoDelivery';
import { parseHabits } from './Habits';
import { Repository } from './Repository';
import { seconds } from './write/text';

const DAY = 24 * 3_600_000;

/** A repository of which the catalog knows nothing. */
export function unclaimedRepository(options: {
  alertRulesOf: ReturnType<typeof parseAlertRules>;
  habitsOf: ReturnType<typeof parseHabits>;
}): Repository {
  const component = 'hold-calculator';
  return {
    component,
    slug: `skerry-lines/${component}`,
    alertRules: options.alertRulesOf(component),
    people: ['first-mate', 'second-mate'],
    habits: options.habitsOf(component, 'nobody'),
  };
}

/** What every intake meets sooner or later: a type that nobody reads yet, and a delivery that cannot be read. */
export function simulateOddities(now: number): DemoDelivery[] {
  const repository = { full_name: 'skerry-lines/booking-api' };
  return [
    {
      at: now - 3 * DAY,
      door: 'github',
      event: 'workflow_budget',
      body: {
        action: 'exceeded',
        workflow_budget: { created_at: seconds(now - 3 * DAY) },
        repository,
      },
    },
    {
      at: now - 2 * DAY,
      door: 'github',
      event: 'workflow_run',
      body: {
        action: 'completed',
        workflow_run: { id: 'not a number', created_at: 'yesterday' },
        repository,
      },
    },
  ];
}
