import { isolated } from '@fairlead/bidi-text';
import { DEFAULT_PAGING_RULES, mayPage, PagingRules } from '../alerts';
import { LintProblem, LintSeverities } from '../lint';
import { Finding, toProblems } from '../lint/rules';
import { expandRunbookUrl } from '../url';
import {
  createRunbookFolder,
  RunbookFile,
  RunbookFolder,
} from './RunbookFolder';
import { AlertRule } from './types';

/** A file of rules as it was read. @public */
export interface AlertRuleFile {
  /** As it is called in answers. */
  file: string;
  rules: readonly AlertRule[];
}

/** A problem with the file that it is in. @public */
export interface FileProblem extends LintProblem {
  file: string;
}

/** What alerts are checked against. @public */
export interface CheckAlertRulesOptions {
  /** The files that they may lead to. */
  runbooks: readonly RunbookFile[];
  /** Addresses under which the folder of runbooks is published. Found out from the rules when left out. */
  sites?: readonly string[];
  /** Which alerts may page; what the backend goes by when left out. */
  paging?: PagingRules;
  severities?: LintSeverities;
}

/** Alerts that are there so that nobody has to do anything. */
const QUIET = new Set(['none', 'info', 'debug']);

/**
 * Holds alerts against a folder of runbooks: which have none, which lead to a file that is not there, which files no
 * alert leads to. The answer is sorted by file and line.
 *
 * @public
 */
export function checkAlertRules(
  files: readonly AlertRuleFile[],
  options: CheckAlertRulesOptions,
): FileProblem[] {
  const {
    runbooks,
    sites = [],
    paging = DEFAULT_PAGING_RULES,
    severities,
  } = options;
  const folder = createRunbookFolder(runbooks, sites);
  folder.learn(
    files.flatMap(({ rules }) =>
      rules.flatMap(rule => {
        const address = addressOf(rule);
        return address?.state === 'ok' ? address.url : [];
      }),
    ),
  );
  const context: Context = { folder, paging, used: new Set(), told: new Map() };
  const problems = files.flatMap(({ file, rules }) => {
    const findings = rules.flatMap(rule => checkRule(rule, context));
    return toProblems(findings, severities).map(problem => ({
      ...problem,
      file,
    }));
  });
  return [
    ...problems,
    ...findUnused(runbooks, context.used)
      .map(({ file }) =>
        toProblems(
          [
            {
              rule: 'runbook-unused',
              line: 1,
              column: 1,
              message:
                'No alert leads here, and no runbook that one leads to: name it in an alert, or remove it',
            },
          ],
          severities,
        ).map(problem => ({ ...problem, file })),
      )
      .flat(),
  ];
}

interface Context {
  folder: RunbookFolder;
  paging: PagingRules;
  /** Files that alerts lead to. */
  used: Set<RunbookFile>;
  /** Where each alert leads, the first time that it is there. */
  told: Map<string, string>;
}

function checkRule(rule: AlertRule, context: Context): Finding[] {
  const { alert, runbook } = rule;
  const { folder, paging, used, told } = context;
  if (!runbook || runbook.value.trim() === '') {
    return [describeMissing(rule, folder, paging)];
  }
  const place = { line: runbook.line, column: runbook.column };
  const relative = findRelative(runbook.value, folder);
  if (relative) {
    used.add(relative);
    return [];
  }
  const address = addressOf(rule)!;
  if (address.state === 'half' && address.label) {
    // Labels come from the query as well, so this address is known only once the alert fires.
    return [];
  }
  if (address.state === 'half') {
    return [
      {
        rule: 'link-half',
        ...place,
        message: isolated`The runbook of '${alert}' leads nowhere. ${address.reason}`,
      },
    ];
  }
  const findings: Finding[] = [];
  const before = told.get(alert);
  if (before === undefined) {
    told.set(alert, address.url);
  } else if (before !== address.url) {
    findings.push({
      rule: 'runbook-ambiguous',
      ...place,
      message: isolated`'${alert}' leads to '${before}' elsewhere, let both lead to the same runbook or give them names of their own`,
    });
  }
  if (isMadeOfName(rule)) {
    findings.push({
      rule: 'runbook-by-name',
      ...place,
      message: isolated`The address is made of the name '${alert}', it leads elsewhere once the alert is renamed`,
    });
  }
  const target = folder.find(address.url);
  if (target.state === 'found') {
    used.add(target.file);
    if (target.anchorMissing) {
      findings.push({
        rule: 'runbook-file-missing',
        ...place,
        message: isolated`'${
          target.file.file
        }' has no heading for '${address.url.slice(
          address.url.indexOf('#'),
        )}', write it or mend the address`,
      });
    }
  } else if (target.state === 'missing') {
    findings.push({
      rule: 'runbook-file-missing',
      ...place,
      message: isolated`There is no file for '${target.name}', which '${address.url}' leads to: write it or mend the address`,
    });
  }
  return findings;
}

function describeMissing(
  { alert, labels, line, column }: AlertRule,
  folder: RunbookFolder,
  paging: PagingRules,
): Finding {
  const pages = mayPage({ labels, receivers: [] }, paging);
  const file = folder.named(alert);
  const what = pages
    ? isolated`'${alert}' may wake somebody up and has no runbook`
    : isolated`'${alert}' has no runbook`;
  return {
    rule: 'runbook-missing',
    line,
    column,
    severity: severityOf(pages, labels.severity),
    message: file
      ? isolated`${what}, let its annotation runbook_url lead to '${file.file}'`
      : isolated`${what}, write one and name it in the annotation runbook_url`,
  };
}

function severityOf(
  pages: boolean,
  severity: string | undefined,
): Finding['severity'] {
  if (pages) {
    return 'error';
  }
  return QUIET.has(severity?.toLocaleLowerCase('en-US') ?? '')
    ? 'info'
    : undefined;
}

function addressOf({ alert, labels, runbook }: AlertRule) {
  return (
    runbook && expandRunbookUrl(runbook.value, { labels, alertName: alert })
  );
}

/** A path instead of an address, as some sets write it. */
function findRelative(
  value: string,
  folder: RunbookFolder,
): RunbookFile | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\{\{|%|\$/i.test(value)) {
    return undefined;
  }
  const target = folder.find(value);
  return target.state === 'found' ? target.file : undefined;
}

/** Whether the name of the alert comes into its address by a template. */
function isMadeOfName({ alert, labels, runbook }: AlertRule): boolean {
  const other = expandRunbookUrl(runbook!.value, {
    labels,
    alertName: `${alert}Renamed`,
  });
  return (
    other.state === 'ok' &&
    other.url.includes(`${encodeURIComponent(alert)}Renamed`)
  );
}

/** Runbooks that no alert leads to, not even by way of others. */
function findUnused(
  runbooks: readonly RunbookFile[],
  used: ReadonlySet<RunbookFile>,
): RunbookFile[] {
  const byPath = new Map(runbooks.map(file => [file.path, file]));
  const reached = new Set(used);
  // A set takes in what is added to it while it is walked.
  for (const { links } of reached) {
    for (const link of links) {
      const file = byPath.get(link);
      if (file) {
        reached.add(file);
      }
    }
  }
  return runbooks.filter(file => !file.isIndex && !reached.has(file));
}
