import { stringify } from 'yaml';
import { RunbookTier } from '../api';
import { codeBlock, escapeMarkdown, linkTo } from './escapeMarkdown';

/** Something with an address. @public */
export interface DraftLink {
  title: string;
  url: string;
}

/** What is known of an alert that has no runbook yet. @public */
export interface RunbookDraftInput {
  alertName: string;
  /** What the alert says of itself. */
  summary?: string;
  description?: string;
  /** The labels it had when it fired last. */
  labels?: Record<string, string>;
  severity?: string;
  /** The query that it fires on. */
  expression?: string;
  /** Whom it was about: its reference, and its owner's. */
  entityRef?: string;
  ownerRef?: string;
  tier?: RunbookTier;
  dashboards?: readonly DraftLink[];
  /** What the entity depends on, as references. */
  dependencies?: readonly string[];
  pastIncidents?: readonly (Omit<DraftLink, 'url'> & {
    url?: string;
    at?: string;
  })[];
}

/** Files to begin a runbook with: its text, and the entity that names it. @public */
export interface RunbookDraft {
  files: { path: string; text: string }[];
}

/**
 * A runbook to begin with, from what is known. What only a person can write is marked `TODO`, which the linter asks
 * about; it has nothing else to say.
 *
 * @public
 */
export function createRunbookDraft(input: RunbookDraftInput): RunbookDraft {
  const name = toEntityName(input.alertName);
  return {
    files: [
      { path: `${name}.md`, text: writeText(input) },
      { path: `${name}.yaml`, text: writeEntity(name, input) },
    ],
  };
}

/** A name that the catalog takes: `KubePodCrashLooping` becomes `kube-pod-crash-looping`. */
function toEntityName(alertName: string): string {
  const name = alertName
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return name || 'runbook';
}

function writeText(input: RunbookDraftInput): string {
  const { alertName, summary, description, severity, expression, entityRef } =
    input;
  const title = escapeMarkdown(alertName) || 'Runbook';
  const meaning = [
    ...[summary, description]
      .filter(text => text?.trim())
      .map(text => escapeMarkdown(text!)),
    'TODO: say in two sentences what is wrong when this fires.',
    ...(expression?.trim()
      ? ['It fires on:', codeBlock('promql', withoutBraces(expression))]
      : []),
  ];
  const impact = [
    'TODO: say who notices, and what they cannot do.',
    ...(severity ? [`Severity: ${escapeMarkdown(severity)}`] : []),
    ...(entityRef ? [`It was seen on: ${escapeMarkdown(entityRef)}`] : []),
  ];
  return [
    `# ${title}`,
    section('Meaning', meaning),
    section('Impact', impact),
    section('Diagnosis', writeDiagnosis(input)),
    section('Mitigation', [
      '1. TODO: what stops the harm, the fastest first, with the command and what it should answer.',
    ]),
    section('Verification', ['TODO: how a reader sees that it is over.']),
    section('Escalation', ['TODO: whom to ask when this did not help.']),
  ]
    .join('\n\n')
    .concat('\n');
}

function writeDiagnosis(input: RunbookDraftInput): string[] {
  const {
    alertName,
    labels = {},
    dashboards = [],
    dependencies = [],
    pastIncidents = [],
  } = input;
  const parts = [
    'See where it fires:',
    codeBlock(
      'promql',
      withoutBraces(`ALERTS{alertname=${JSON.stringify(alertName)}}`),
    ),
  ];
  if (labels.namespace) {
    parts.push(
      codeBlock(
        'bash',
        [
          'kubectl -n {{ $labels.namespace }} get pods',
          'kubectl -n {{ $labels.namespace }} get events --sort-by=.lastTimestamp',
          ...(labels.pod
            ? [
                'kubectl -n {{ $labels.namespace }} logs {{ $labels.pod }} --tail=100',
              ]
            : []),
        ].join('\n'),
      ),
    );
  }
  if (dashboards.length > 0) {
    parts.push(
      'Dashboards:',
      list(dashboards.map(({ title, url }) => linkTo(title || url, url))),
    );
  }
  if (dependencies.length > 0) {
    parts.push(
      'It depends on these, look whether they are well:',
      list(dependencies.map(escapeMarkdown)),
    );
  }
  if (pastIncidents.length > 0) {
    parts.push(
      'It was part of these incidents:',
      list(
        pastIncidents.map(({ title, url, at }) =>
          [
            at && escapeMarkdown(at.slice(0, 10)),
            url ? linkTo(title, url) : escapeMarkdown(title),
          ]
            .filter(Boolean)
            .join(' '),
        ),
      ),
    );
  }
  return [...parts, '1. TODO: what to look at first, and what it tells.'];
}

/** Queries need no double braces, and as placeholders they would be filled in. */
function withoutBraces(query: string): string {
  return query.replace(/\{(?=\{)/g, '{ ');
}

function section(heading: string, parts: string[]): string {
  return [`## ${heading}`, ...parts].join('\n\n');
}

function list(items: string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}

function writeEntity(
  name: string,
  { alertName, entityRef, ownerRef, tier }: RunbookDraftInput,
): string {
  return stringify(
    {
      apiVersion: 'fairlead.dev/v1alpha1',
      kind: 'Runbook',
      metadata: { name, title: alertName },
      spec: {
        owner: ownerRef ?? 'TODO',
        ...(entityRef ? { serves: { entities: [entityRef] } } : {}),
        alerts: [alertName],
        ...(tier ? { tier } : {}),
        text: { $text: `./${name}.md` },
      },
    },
    // As blocks, lines of spaces alone would lose their spaces.
    { lineWidth: 0, blockQuote: false },
  );
}
