import { IncidentMoment } from '../api';
import { DraftLink } from './createRunbookDraft';
import { escapeMarkdown, linkTo } from './escapeMarkdown';

/** What is known of an incident when its review begins. @public */
export interface ReviewTemplateInput {
  title: string;
  severity?: string;
  url?: string;
  entityRefs?: readonly string[];
  alerts?: readonly string[];
  /** When it was at which point, ISO 8601. */
  moments?: Partial<Record<IncidentMoment, string>>;
  /** The runbooks that were used, and what they came to. */
  runbooks?: readonly (DraftLink & { outcome?: string })[];
}

const MOMENTS: readonly [IncidentMoment, string][] = [
  ['started', 'It began to do harm'],
  ['detected', 'It was detected'],
  ['acknowledged', 'Somebody took it on'],
  ['mitigated', 'The harm was over'],
  ['resolved', 'It was resolved'],
];

/**
 * A review of an incident to begin with, in Markdown. It asks how things came about and never who did them.
 *
 * @public
 */
export function createReviewTemplate(input: ReviewTemplateInput): string {
  const {
    title,
    severity,
    url,
    entityRefs = [],
    alerts = [],
    moments = {},
    runbooks = [],
  } = input;
  const facts = [
    url && `Incident: ${linkTo(title || url, url)}`,
    severity && `Severity: ${escapeMarkdown(severity)}`,
    entityRefs.length > 0 &&
      `Affected: ${entityRefs.map(escapeMarkdown).join(', ')}`,
    alerts.length > 0 && `Alerts: ${alerts.map(escapeMarkdown).join(', ')}`,
  ].filter(fact => fact);
  const parts = [
    `# Review: ${escapeMarkdown(title) || 'incident'}`,
    'Everybody did what made sense to them with what they knew then. This asks what made it make sense, and names roles instead of people.',
    ...(facts.length > 0 ? [facts.map(fact => `- ${fact}`).join('\n')] : []),
    '## What happened',
    'TODO: in a few sentences, for somebody who was not there.',
    '## Impact',
    'TODO: who could not do what, how many, for how long.',
    '## Timeline',
    [
      '| When | What |',
      '| --- | --- |',
      ...MOMENTS.map(([moment, words]) => {
        const at = moments[moment];
        return `| ${at ? escapeMarkdown(at) : 'unknown'} | ${words} |`;
      }),
    ].join('\n'),
    '## How it came about',
    'TODO: what had to come together for it, in technology, in processes and in what was known.',
    '## What helped, and what was in the way',
    ...(runbooks.length > 0
      ? [
          runbooks
            .map(
              ({ title: name, url: address, outcome }) =>
                `- Runbook ${linkTo(name || address, address)}${
                  outcome ? `: ${escapeMarkdown(outcome)}` : ''
                }`,
            )
            .join('\n'),
        ]
      : []),
    'TODO: in noticing it, in understanding it, in stopping the harm. Where were we lucky?',
    '## What we change',
    'Link at least one change to a runbook, an alert, code or a decision, or say why there is nothing to change.',
    ['- [ ] TODO: what, by which team, until when'].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
