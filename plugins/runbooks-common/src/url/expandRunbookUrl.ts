import { isolated } from '@fairlead/bidi-text';
import { describeHalfUrl } from './describeHalfUrl';

/** What came of a URL that an alert tells. @public */
export type ExpandedRunbookUrl =
  | { state: 'ok'; url: string }
  | { state: 'half'; reason: string };

/** What fills the templates of a URL. @public */
export interface RunbookUrlContext {
  labels?: Record<string, string>;
  alertName?: string;
}

/** `{{ $labels.x }}` and its kin, `%(x)s`, `%s`, `${x}` and a bare `$labels.x`. */
const TEMPLATE =
  /\{\{-?\s*([^{}]{0,200}?)\s*-?\}\}|%\((\w+)\)s|%s|\$\{([\w.]{1,100})\}|\$(?:labels|externalLabels)\.(\w+)/g;

const LABEL =
  /^(?:\$(?:labels|externalLabels)\.|\.(?:Common|Group|External)?Labels\.|\$labels\s+|\.)?"?(\w+)"?(?:\s*\|\s*\w+)*$/;

const LONGEST = 4_096;

/** A URL that ends where the name of a runbook should follow. */
const NAMELESS = /\/(?:runbooks?|playbooks?|alerts)\/?(?:[?#]|$)/i;

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
    return half(`is longer than ${LONGEST} characters`);
  }
  const unknown: string[] = [];
  const filled = text.replace(
    TEMPLATE,
    (
      raw: string,
      expression?: string,
      jsonnet?: string,
      shell?: string,
      bare?: string,
    ) => {
      const value = valueOf(
        expression ?? jsonnet ?? shell ?? bare ?? 'alertname',
        context,
      );
      if (value === undefined) {
        unknown.push(raw);
        return raw;
      }
      return encodeURIComponent(value.replace(/[\ud800-\udfff]/gu, ''));
    },
  );
  if (unknown.length > 0) {
    return half(
      isolated`'${unknown[0]}' cannot be filled in, the alert has no such label`,
    );
  }
  const reason = describeHalfUrl(filled);
  if (reason) {
    return half(isolated`the URL '${filled.slice(0, 200)}' ${reason}`);
  }
  if (!/^https?:/i.test(filled)) {
    return half(
      isolated`the URL '${filled.slice(
        0,
        200,
      )}' begins neither with https:// nor with http://`,
    );
  }
  if (NAMELESS.test(filled)) {
    return half(
      isolated`the URL '${filled.slice(
        0,
        200,
      )}' ends where the name of the runbook should follow`,
    );
  }
  return { state: 'ok', url: filled };
}

function half(reason: string): ExpandedRunbookUrl {
  return {
    state: 'half',
    reason: reason.charAt(0).toLocaleUpperCase('en-US') + reason.slice(1),
  };
}

function valueOf(
  expression: string,
  { labels = {}, alertName }: RunbookUrlContext,
): string | undefined {
  const name = LABEL.exec(expression)?.[1];
  if (!name) {
    return undefined;
  }
  if (/^alert(?:_?name)?$/i.test(name) && alertName) {
    return alertName;
  }
  const value = Object.hasOwn(labels, name) ? labels[name] : undefined;
  return value === '' ? undefined : value;
}
