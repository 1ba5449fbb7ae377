import { isolate } from '@fairlead/bidi-text';
import { RunbookUse } from '../api';
import { escapeMarkdown, linkTo } from '../template/escapeMarkdown';

/** That a step was ticked, or that a tick was taken back. @public */
export interface UseTick {
  stepId: string;
  done: boolean;
  /** ISO 8601. */
  at: string;
}

/** What a timeline says of the incident beside its id. @public */
export interface TimelineIncident {
  title: string;
  url?: string;
}

/** Something that happened, as a line. */
interface Moment {
  at: string;
  words: string;
}

/**
 * A use of a runbook as Markdown, for a review or a ticket: what it was for, what happened when, what is left. Times are
 * UTC. No person is in it.
 *
 * @param options - `ticks` are all that there were, in any order
 * @public
 */
export function renderUseTimeline(
  use: RunbookUse,
  options: { ticks: readonly UseTick[]; incident?: TimelineIncident },
): string {
  const parts = [
    `# Use of the runbook ${quote(use.title)}`,
    list(describeUse(use, options.incident)),
    '## Timeline',
    list(
      momentsOf(use, options.ticks).map(
        ({ at, words }) => `${utc(at)}: ${words}`,
      ),
    ),
    ...(use.steps.length > 0
      ? ['## Steps', list(use.steps.map(describeStep))]
      : []),
    ...(use.note ? ['## What to change', `> ${quote(use.note)}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function describeUse(
  use: RunbookUse,
  incident: TimelineIncident | undefined,
): string[] {
  return [
    `Purpose: ${use.purpose}`,
    ...(use.incidentId
      ? [`Incident: ${describeIncident(use.incidentId, incident)}`]
      : []),
    ...(use.alert ? [`Alert: ${quote(use.alert)}`] : []),
    ...(use.entityRef ? [`Entity: ${quote(use.entityRef)}`] : []),
    ...(use.byAgent ? ['By software'] : []),
    `Started: ${utc(use.startedAt)}`,
    use.finishedAt ? `Finished: ${utc(use.finishedAt)}` : 'Still under way',
    ...(use.outcome ? [`Outcome: ${use.outcome}`] : []),
    ...Object.entries(use.labels).map(
      ([name, value]) => `Label ${quote(name)}: ${quote(value)}`,
    ),
  ];
}

function describeIncident(
  id: string,
  incident: TimelineIncident | undefined,
): string {
  const title = incident?.title ?? id;
  return incident?.url ? linkTo(title, incident.url) : quote(title);
}

/** All that happened, in the order of time. */
function momentsOf(use: RunbookUse, ticks: readonly UseTick[]): Moment[] {
  const texts = new Map(use.steps.map(({ id, text }) => [id, text]));
  const between = [
    ...ticks.map(({ stepId, done, at }) => ({
      at,
      words: `${done ? 'done' : 'taken back'}: ${quote(
        texts.get(stepId) ?? stepId,
      )}`,
    })),
    ...use.links.map(({ at, url, title }) => ({
      at,
      words: `run: ${linkTo(title ?? url, url)}`,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return [
    { at: use.startedAt, words: 'started' },
    ...between,
    ...(use.finishedAt
      ? [{ at: use.finishedAt, words: `finished, ${use.outcome}` }]
      : []),
  ];
}

function describeStep(step: RunbookUse['steps'][number]): string {
  const where = step.section ? ` (${quote(step.section)})` : '';
  return `[${step.done ? 'x' : ' '}] ${quote(step.text)}${where}`;
}

/** What somebody wrote: it reads as it was written, and turns no words around it. */
function quote(text: string): string {
  return isolate(escapeMarkdown(text));
}

function list(lines: readonly string[]): string {
  return lines.map(line => `- ${line}`).join('\n');
}

/** As in `2026-11-30 02:14:05 UTC`. */
function utc(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
