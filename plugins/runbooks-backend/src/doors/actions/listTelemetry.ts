import { readRunbookOutline } from '@fairlead/backstage-plugin-runbooks-common';

/** Where a runbook sends its reader to look at numbers and logs. */
export interface Telemetry {
  kind: 'dashboard' | 'query';
  /** The title of a link. */
  title?: string;
  url?: string;
  /** A query that stands in the text. */
  query?: string;
}

/** Languages of blocks that hold queries. */
const QUERY_LANGUAGES = ['promql', 'logql', 'traceql', 'sql', 'kusto', 'spl'];

/** The dashboards and queries of a text, in their order. */
export function listTelemetry(text: string): Telemetry[] {
  const { code, links } = readRunbookOutline(text);
  const found = [
    ...links.flatMap(({ kind, line, text: title, url }) =>
      kind === 'dashboard' || kind === 'query'
        ? [{ line, told: { kind, url, ...(title && { title }) } }]
        : [],
    ),
    ...code.flatMap(({ language, line, text: query }) =>
      language && QUERY_LANGUAGES.includes(language)
        ? [{ line, told: { kind: 'query' as const, query } }]
        : [],
    ),
  ];
  return found.sort((a, b) => a.line - b.line).map(({ told }) => told);
}
