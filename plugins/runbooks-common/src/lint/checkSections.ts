import { isolated } from '@fairlead/bidi-text';
import { RunbookOutline } from '../markdown';
import {
  actionPlaces,
  emptySections,
  isSignpost,
  lacksAction,
  missingSections,
} from './judge';
import { Finding } from './rules';
import { DEFAULT_SECTIONS, SectionKind } from './sectionKinds';
import { findParts, RunbookPart } from './sections';

const MOST_WORDS = 5_000;

/** Whether the sections of the runbooks in a text are there, hold something, and something to do. */
export function checkSections(
  outline: RunbookOutline,
  options: { sections?: readonly SectionKind[]; mostWords?: number },
): Finding[] {
  const { sections: kinds = DEFAULT_SECTIONS, mostWords = MOST_WORDS } =
    options;
  if (isSignpost(outline)) {
    return [
      {
        rule: 'moved',
        line: 1,
        column: 1,
        message: isolated`There is only a link here, to '${outline.links[0].url}': let alerts lead there`,
      },
    ];
  }
  const parts = findParts(outline, kinds);
  const findings = parts.flatMap(part => checkPart(outline, part, kinds));
  if (parts.length === 1 && outline.words > mostWords) {
    findings.push({
      rule: 'too-long',
      line: 1,
      column: 1,
      message: isolated`The runbook has ${outline.words} words, more than the ${mostWords} that can be read at night: split it`,
    });
  }
  return findings;
}

function checkPart(
  outline: RunbookOutline,
  part: RunbookPart,
  kinds: readonly SectionKind[],
): Finding[] {
  const { line, column } = part;
  const subject =
    part.name === undefined
      ? 'The runbook'
      : isolated`The runbook '${part.name}'`;
  const findings = missingSections(part, kinds).map<Finding>(({ name }) => ({
    rule: 'section-missing',
    line,
    column,
    message: isolated`${subject} has no section ${name}, add one with this heading`,
  }));
  // A heading can name two sections, and is empty once.
  const empty = new Map(
    emptySections(part).map(({ section }) => [section.line, section]),
  );
  for (const section of empty.values()) {
    findings.push({
      rule: 'section-empty',
      line: section.line,
      column: section.column,
      message: isolated`Nothing stands under '${section.text}', write it or remove the heading`,
    });
  }
  if (lacksAction(outline, part)) {
    const [place = part] = actionPlaces(part).sort((a, b) => a.line - b.line);
    findings.push({
      rule: 'no-action',
      line: place.line,
      column: place.column,
      message: isolated`${subject} has no command, query or dashboard in its diagnosis or mitigation, add what a reader can run or open`,
    });
  }
  return findings;
}
