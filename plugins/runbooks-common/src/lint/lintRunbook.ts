import { isolated } from '@fairlead/bidi-text';
import { TextPlace } from '../markdown';
import { MarkdownReading, readMarkdown } from '../markdown/readMarkdown';
import { checkLinks, LinkKnowledge } from './checkLinks';
import { checkPlaceholders } from './checkPlaceholders';
import {
  emptySections,
  lacksAction,
  missingSections,
  RunbookJudgingOptions,
} from './judge';
import { DEFAULT_SECTIONS } from './sectionKinds';
import { findParts } from './sections';
import { LintProblem, LintSeverity } from './types';

/** The rules of the linter, each with how bad it is when nothing else is configured. @public */
export const LINT_RULES = {
  'front-matter': 'warning',
  'link-dead': 'error',
  'link-half': 'error',
  'no-action': 'warning',
  'not-utf8': 'error',
  'placeholder-unknown': 'warning',
  'section-empty': 'error',
  'section-missing': 'error',
  'title-missing': 'warning',
  'too-deep': 'warning',
  'too-long': 'warning',
  unfinished: 'error',
} as const satisfies Record<string, LintSeverity>;

/** The name of a rule. @public */
export type LintRule = keyof typeof LINT_RULES;

/** What the linter goes by. @public */
export interface LintOptions
  extends Pick<RunbookJudgingOptions, 'sections'>,
    LinkKnowledge {
  /** How bad a rule is, where it is not what {@link LINT_RULES} says; `off` looks away. */
  severities?: Partial<Record<LintRule, LintSeverity | 'off'>>;
  /** More words than this are too many to read at night; 5,000 when left out. */
  mostWords?: number;
  /** Names of labels that alerts have; others in placeholders are unknown. All are known when left out. */
  labels?: readonly string[];
}

/** Before severities. */
export type Finding = TextPlace & { rule: LintRule; message: string };

/** Whoever mends these comes back for the rest. */
const MOST_PROBLEMS = 1_000;

const MOST_WORDS = 5_000;

/**
 * What is wrong with a runbook in Markdown, in the order of its lines. The same text and options always give the same
 * answer; nothing is read but what is handed in. Takes any text and never throws.
 *
 * @public
 */
export function lintRunbook(
  text: string,
  options: LintOptions = {},
): LintProblem[] {
  const reading = readMarkdown(text);
  return toProblems(
    [
      ...checkReading(text, reading),
      ...checkParts(reading, options),
      ...checkLinks(reading.outline, options),
      ...checkPlaceholders(reading.outline, options.labels),
    ],
    options.severities,
  );
}

/** Findings with their severities, sorted. */
export function toProblems(
  findings: Finding[],
  severities: LintOptions['severities'] = {},
): LintProblem[] {
  return findings
    .flatMap(({ line, column, rule, message }) => {
      const severity = severities[rule] ?? LINT_RULES[rule];
      return severity === 'off'
        ? []
        : [{ line, column, rule, severity, message }];
    })
    .sort(byPlace)
    .slice(0, MOST_PROBLEMS);
}

function byPlace(a: LintProblem, b: LintProblem): number {
  return (
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** By code units, alike everywhere. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function checkReading(
  text: string,
  { outline, source, lines }: MarkdownReading,
): Finding[] {
  const findings: Finding[] = [...outline.problems];
  const broken = source.indexOf('\ufffd');
  if (broken >= 0) {
    findings.push({
      rule: 'not-utf8',
      ...lines.placeOf(broken),
      message:
        'Here stands a character that could not be read, save the file as UTF-8',
    });
  }
  if (!outline.title && text.trim() !== '') {
    findings.push({
      rule: 'title-missing',
      line: 1,
      column: 1,
      message:
        'The runbook has no title, begin it with a heading of the first level',
    });
  }
  return findings;
}

function checkParts(
  { outline }: MarkdownReading,
  { sections: kinds = DEFAULT_SECTIONS, mostWords = MOST_WORDS }: LintOptions,
): Finding[] {
  const parts = findParts(outline, kinds);
  const findings: Finding[] = outline.unfinished.map(
    ({ line, column, text }) => ({
      rule: 'unfinished',
      line,
      column,
      message: isolated`'${text}' says that something is still to be written, write it or leave it out`,
    }),
  );
  if (parts.length === 1 && outline.words > mostWords) {
    findings.push({
      rule: 'too-long',
      line: 1,
      column: 1,
      message: isolated`The runbook has ${outline.words} words, more than the ${mostWords} that can be read at night: split it`,
    });
  }
  for (const part of parts) {
    const { line, column } = part;
    const subject =
      part.name === undefined
        ? 'The runbook'
        : isolated`The runbook '${part.name}'`;
    for (const { name } of missingSections(part, kinds)) {
      findings.push({
        rule: 'section-missing',
        line,
        column,
        message: isolated`${subject} has no section ${name}, add one with this heading`,
      });
    }
    const told = new Set<number>();
    for (const { section } of emptySections(part)) {
      if (!told.has(section.line)) {
        told.add(section.line);
        findings.push({
          rule: 'section-empty',
          line: section.line,
          column: section.column,
          message: isolated`Nothing stands under '${section.text}', write it or remove the heading`,
        });
      }
    }
    if (lacksAction(outline, part)) {
      const place = Array.from(part.found)
        .filter(([{ name }]) => name === 'Diagnosis' || name === 'Mitigation')
        .map(([, [section]]) => section)
        .sort((a, b) => a.line - b.line)[0];
      findings.push({
        rule: 'no-action',
        line: (place ?? part).line,
        column: (place ?? part).column,
        message: isolated`${subject} has no command, query or dashboard in its diagnosis or mitigation, add what a reader can run or open`,
      });
    }
  }
  return findings;
}
