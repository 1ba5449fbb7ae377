import { isolated } from '@fairlead/bidi-text';
import { MarkdownReading } from '../markdown/readMarkdown';
import { Finding } from './rules';

/** What shows of a text before its sections are looked at. */
export function checkReading({
  outline,
  source,
  lines,
}: MarkdownReading): Finding[] {
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
  if (!outline.title) {
    findings.push({
      rule: 'title-missing',
      line: 1,
      column: 1,
      message:
        'The runbook has no title, begin it with a heading of the first level',
    });
  }
  for (const { line, column, text } of outline.unfinished) {
    findings.push({
      rule: 'unfinished',
      line,
      column,
      message: isolated`'${text}' says that something is still to be written, write it or leave it out`,
    });
  }
  return findings;
}
