import { Entity } from '@backstage/catalog-model';

/** The annotations that name an on-call schedule or service, as the plugins of those tools define them. */
const ON_CALL_ANNOTATIONS = [
  'pagerduty.com/integration-key',
  'pagerduty.com/service-id',
  'opsgenie.com/component-selector',
  'opsgenie.com/team',
  'splunk.com/on-call-team',
  'splunk.com/on-call-routing-key',
  'rootly.com/service-id',
  'rootly.com/service-slug',
  'ilert.com/integration-key',
];

/** Whether an entity says who is called when it breaks. */
export function hasOnCall(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return ON_CALL_ANNOTATIONS.some(name => Boolean(annotations[name]));
}
