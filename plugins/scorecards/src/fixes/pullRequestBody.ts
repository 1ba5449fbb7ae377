import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';

/** The headings and sentences of a pull request, in the language of whoever opens it. */
export interface PullRequestWords {
  check: string;
  why: string;
  found: string;
  reaches: string;
  proposed: string;
}

/**
 * What reviewers of a pull request are told, in Markdown. What people and systems wrote stands in fences, so that it mentions
 * nobody and is no part of the text around it.
 */
export function pullRequestBody(options: {
  words: PullRequestWords;
  check: Pick<CheckResult, 'why' | 'reason'>;
  /** The levels that it reaches, in words. */
  levels: readonly string[];
}): string {
  const { words, check, levels } = options;
  return [
    fence(words.check),
    ...(check.why ? [`## ${words.why}`, fence(check.why)] : []),
    ...(check.reason ? [`## ${words.found}`, fence(check.reason)] : []),
    ...(levels.length > 0
      ? [`## ${words.reaches}`, fence(levels.join('\n'))]
      : []),
    words.proposed,
  ].join('\n\n');
}

function fence(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const marks = '`'.repeat(
    Math.max(3, ...runs.map(({ length }) => length + 1)),
  );
  return `${marks}text\n${text}\n${marks}`;
}
