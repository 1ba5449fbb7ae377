import { isolated } from '@fairlead/bidi-text';
import { RunbookOutline } from '../markdown';
import { hasAction } from './actions';
import { DEFAULT_SECTIONS, SectionKind } from './sectionKinds';
import { findParts, FoundSection, RunbookPart } from './sections';

/** What judging and linting go by. @public */
export interface RunbookJudgingOptions {
  /** The sections that are looked for; those of the template when left out. */
  sections?: readonly SectionKind[];
  /** The alert whose runbook is meant, where a text holds those of many. */
  alert?: string;
}

/** How a runbook stands in one respect. @public */
export interface RunbookJudgement {
  state: 'ok' | 'bad';
  /** Why it is bad, in a sentence. */
  reason?: string;
}

/**
 * Whether all required sections are there, hold something, and nothing is left to be written.
 *
 * @public
 */
export function judgeComplete(
  outline: RunbookOutline,
  options: RunbookJudgingOptions = {},
): RunbookJudgement {
  if (isSignpost(outline)) {
    return { state: 'bad', reason: 'The text only leads elsewhere' };
  }
  return judgeParts(outline, options, part => {
    const kinds = options.sections ?? DEFAULT_SECTIONS;
    const missing = missingSections(part, kinds);
    const empty = emptySections(part).filter(({ kind }) => kind.required);
    const unfinished = outline.unfinished.filter(isWithin(part));
    const reasons = [
      missing.length > 0 &&
        `the ${count(missing.length, 'section')} ${listOf(
          missing.map(({ name }) => name),
        )} ${missing.length > 1 ? 'are' : 'is'} missing`,
      empty.length > 0 &&
        `nothing stands under ${listOf(
          empty.map(({ section }) => section.text),
        )}`,
      unfinished.length > 0 &&
        isolated`line ${unfinished[0].line} says ${unfinished[0].text}`,
    ].filter(reason => reason !== false);
    return reasons.length > 0 ? reasons.join(', ') : undefined;
  });
}

/**
 * Whether diagnosis or mitigation hold a command, a query or a dashboard. Where a text has neither section, any of its
 * lines may.
 *
 * @public
 */
export function judgeActionable(
  outline: RunbookOutline,
  options: RunbookJudgingOptions = {},
): RunbookJudgement {
  return judgeParts(outline, options, part =>
    lacksAction(outline, part)
      ? 'neither diagnosis nor mitigation has a command, a query or a dashboard'
      : undefined,
  );
}

/** The required sections that a runbook has not. */
export function missingSections(
  part: RunbookPart,
  kinds: readonly SectionKind[],
): SectionKind[] {
  return kinds.filter(kind => kind.required && !part.found.has(kind));
}

/** The sections that are there and hold nothing. One that stands twice is empty when all of it is. */
export function emptySections(
  part: RunbookPart,
): { kind: SectionKind; section: FoundSection }[] {
  return Array.from(part.found, ([kind, sections]) => ({
    kind,
    section: sections[0],
    sections,
  }))
    .filter(({ sections }) => sections.every(({ empty }) => empty))
    .map(({ kind, section }) => ({ kind, section }));
}

/** The sections in which something to do is looked for. */
export function actionPlaces(part: RunbookPart): FoundSection[] {
  return Array.from(part.found)
    .filter(([{ name }]) => name === 'Diagnosis' || name === 'Mitigation')
    .flatMap(([, sections]) => sections);
}

/** Whether there is nothing to do where it would be looked for. */
export function lacksAction(
  outline: RunbookOutline,
  part: RunbookPart,
): boolean {
  const places = actionPlaces(part);
  return !(places.length > 0 ? places : [part]).some(place =>
    hasAction(outline, place),
  );
}

/** More words than this say something of their own. */
const SIGNPOST_WORDS = 40;

/** Whether a text does nothing but say where the runbook is. */
export function isSignpost({
  sections,
  links,
  code,
  words,
}: RunbookOutline): boolean {
  return (
    links.length === 1 &&
    !links[0].image &&
    code.length === 0 &&
    words <= SIGNPOST_WORDS &&
    sections.length <= 1 &&
    (sections[0]?.sections ?? []).length === 0
  );
}

function judgeParts(
  outline: RunbookOutline,
  { sections = DEFAULT_SECTIONS, alert }: RunbookJudgingOptions,
  judge: (part: RunbookPart) => string | undefined,
): RunbookJudgement {
  const all = findParts(outline, sections);
  const meant = all.filter(({ name }) => name !== undefined && name === alert);
  const parts = meant.length > 0 ? meant : all;
  const bad = parts
    .map(part => ({ part, reason: judge(part) }))
    .filter(({ reason }) => reason !== undefined);
  if (bad.length === 0) {
    return { state: 'ok' };
  }
  const [{ part, reason }] = bad;
  const sentence =
    parts.length > 1
      ? isolated`${bad.length} of ${parts.length} runbooks in the text: of ${part.name}, ${reason}`
      : reason!;
  return {
    state: 'bad',
    reason: sentence.charAt(0).toLocaleUpperCase('en-US') + sentence.slice(1),
  };
}

function isWithin({ line: from, endLine }: { line: number; endLine: number }) {
  return ({ line }: { line: number }) =>
    endLine === Infinity || (line >= from && line <= endLine);
}

function count(n: number, word: string): string {
  return n > 1 ? `${word}s` : word;
}

function listOf(names: string[]): string {
  return names.length > 1
    ? isolated`${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
    : isolated`${names[0]}`;
}
