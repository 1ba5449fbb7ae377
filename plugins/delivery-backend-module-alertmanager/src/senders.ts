/** A system that sends alerts in the form of Alertmanager. */
export interface Sender {
  /** Its id as a source, and its topic. */
  id: 'alertmanager' | 'grafana';
  title: string;
}

/** Grafana sends what Alertmanager sends and more. Each has a token of its own. */
export const SENDERS: readonly Sender[] = [
  { id: 'alertmanager', title: 'Alertmanager' },
  { id: 'grafana', title: 'Grafana' },
];
