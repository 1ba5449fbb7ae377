import { readMarkdown } from '../markdown/readMarkdown';
import { checkLinks, LinkKnowledge } from './checkLinks';
import { checkPlaceholders } from './checkPlaceholders';
import { checkReading } from './checkReading';
import { checkSections } from './checkSections';
import { RunbookJudgingOptions } from './judge';
import { LintSeverities, toProblems } from './rules';
import { LintProblem } from './types';

/** What the linter goes by. @public */
export interface LintOptions
  extends Pick<RunbookJudgingOptions, 'sections'>,
    LinkKnowledge {
  severities?: LintSeverities;
  /** More words than this are too many to read at night; 5,000 when left out. */
  mostWords?: number;
  /** Names of labels that alerts have; others in placeholders are unknown. All are known when left out. */
  labels?: readonly string[];
}

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
  const { outline } = reading;
  return toProblems(
    [
      ...checkReading(reading),
      ...checkSections(outline, options),
      ...checkLinks(outline, options),
      ...checkPlaceholders(outline, options.labels),
    ],
    options.severities,
  );
}
