import { RunbookLinkKind } from './types';

/** Paths and queries of the consoles in which people ask for metrics, logs and traces. */
const QUERY =
  /\/graph\?|\/explore(?:[/?#]|$)|\/query(?:[/?#]|$)|[?&#](?:expr|query|q|promql|g0\.expr)=|\/app\/(?:discover|logs)|\/app\/kibana#\/discover|\/logs(?:[/?#]|$)|insights|\/traces?(?:[/?#]|$)|\/monitoring\/query-browser/i;

const DASHBOARD =
  /\/d(?:-solo)?\/[\w-]+|dashboards?\b|\/\/(?:[\w-]+\.)*(?:grafana|kibana)\b|\/monitoring\/alerts|\/overview(?:[/?#]|$)|\/screen\/|\/board\//i;

const RUNBOOK = /runbook|playbook|\/alerts\/[\w/-]+\.md/i;

/** The documentation of a console is no console. */
const MANUAL = /\/\/docs?\.|\/docs?\/|github\.com\/|\.md(?:[?#]|$)/i;

/** What is behind this does not say what an address leads to. */
const LOOKED_AT = 2_000;

/** What an address leads to, as far as it says. */
export function classifyLink(address: string): RunbookLinkKind {
  const url = address.slice(0, LOOKED_AT);
  if (RUNBOOK.test(url)) {
    return 'runbook';
  }
  if (MANUAL.test(url)) {
    return 'other';
  }
  if (QUERY.test(url)) {
    return 'query';
  }
  return DASHBOARD.test(url) ? 'dashboard' : 'other';
}
