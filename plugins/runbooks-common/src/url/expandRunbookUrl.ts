import { isolated } from '@fairlead/bidi-text';
import { describeHalfUrl } from './describeHalfUrl';

/** What came of a URL that an alert tells. @public */
export type ExpandedRunbookUrl =
  | { state: 'ok'; url: string }
  | {
      state: 'half';
      /** A sentence. */
      reason: string;
      /** The label that would be needed, where that is what is missing. */
      label?: string;
    };

/** What fills the templates of a URL. @public */
export interface RunbookUrlContext {
  labels?: Record<string, string>;
  alertName?: string;
}

/** `{{ $labels.x }}` and its kin, `%(x)s`, `%s`, `${x}` and a bare `$labels.x`. */
const TEMPLATE =
  /\{\{([^{}]{0,200})\}\}|%\((\w{1,100})\)s|%s|\$\{([\w.]{1,100})\}|\$(?:labels|externalLabels)\.(\w{1,100})/g;

const LABEL =
  /^(?:\$(?:labels|externalLabels)\.|\.(?:Common|Group|External)?Labels\.|\.)?(\w+)$/;

/** What templates of Prometheus do with a value on its way. */
const FILTERS = new Map<string, (value: string) => string>([
  ['toLower', value => value.toLocaleLowerCase('en-US')],
  ['toUpper', value => value.toLocaleUpperCase('en-US')],
  ['urlquery', value => value],
]);

const LONGEST = 4_096;

/** It ends where the name of a runbook should follow. */
const NAMELESS = /\/(?:runbooks|playbooks)\/(?:[?#]|$)/i;

/**
 * The URL that an alert names as its runbook's: templates in it are filled in, and one of which only a part is there is
 * said to be half, with the reason.
 *
 * @public
 */
export function expandRunbookUrl(
  url: string,
  context: RunbookUrlContext = {},
): ExpandedRunbookUrl {
  const text = url.trim();
  if (text.length > LONGEST) {
    return half(`The URL is longer than ${LONGEST} characters`);
  }
  const unknown: { raw: string; label?: string }[] = [];
  const filled = text.replace(
    TEMPLATE,
    (raw, braced?: string, jsonnet?: string, shell?: string, bare?: string) => {
      const expression = braced ?? jsonnet ?? shell ?? bare ?? 'alertname';
      const { label, value } = evaluate(expression, context);
      if (value === undefined) {
        unknown.push({ raw, label });
        return raw;
      }
      return encodeURIComponent(value.replace(/[\ud800-\udfff]/gu, ''));
    },
  );
  const [missing] = unknown;
  if (missing) {
    return half(
      missing.label
        ? isolated`'${missing.raw}' cannot be filled in, the alert has no label '${missing.label}'`
        : isolated`'${missing.raw}' is a template that nobody fills in`,
      missing.label,
    );
  }
  const reason = describeHalfUrl(filled) ?? describeForeign(filled);
  return reason
    ? half(isolated`The URL '${filled.slice(0, 200)}' ${reason}`)
    : { state: 'ok', url: filled };
}

function describeForeign(url: string): string | undefined {
  if (!/^https?:/i.test(url)) {
    return 'begins neither with https:// nor with http://';
  }
  return NAMELESS.test(url)
    ? 'ends where the name of the runbook should follow'
    : undefined;
}

function half(reason: string, label?: string): ExpandedRunbookUrl {
  return { state: 'half', reason, ...(label && { label }) };
}

/** The label that an expression names, and what it comes to. */
function evaluate(
  expression: string,
  { labels = {}, alertName }: RunbookUrlContext,
): { label?: string; value?: string } {
  const [name, ...filters] = expression
    .replace(/^-|-$/g, '')
    .split('|')
    .map(part => part.trim());
  const label = LABEL.exec(name)?.[1];
  if (!label || filters.some(filter => !FILTERS.has(filter))) {
    return {};
  }
  const isAlertName = /^alert(?:_?name)?$/i.test(label);
  const told = Object.hasOwn(labels, label) ? labels[label] : undefined;
  const value = isAlertName ? alertName ?? told : told;
  return {
    label,
    value: value
      ? filters.reduce((text, filter) => FILTERS.get(filter)!(text), value)
      : undefined,
  };
}
