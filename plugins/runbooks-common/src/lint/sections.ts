import { RunbookOutline, RunbookSection, TextPlace } from '../markdown';
import { SectionKind } from './sectionKinds';

/** Where a section stands, or something that serves as one. */
export interface FoundSection extends TextPlace {
  /** As it is written. */
  text: string;
  endLine: number;
  /** Nothing stands in it, nor in what is nested in it. */
  empty: boolean;
}

/** One runbook of a text: mostly the whole of it, or one of many that share a file. */
export interface RunbookPart extends TextPlace {
  /** The heading, where it is one of many. */
  name?: string;
  endLine: number;
  found: Map<SectionKind, FoundSection[]>;
}

/** The runbooks that a text holds, each with the sections that were found in it. */
export function findParts(
  outline: RunbookOutline,
  kinds: readonly SectionKind[],
): RunbookPart[] {
  const match = createMatcher(kinds);
  const title = titleHeading(outline.sections, match);
  const collected = collectionOf(outline.sections, match);
  if (collected.length > 0) {
    return collected.map(section => ({
      name: section.text,
      line: section.line,
      column: section.column,
      endLine: section.endLine,
      found: withIntroduction(
        section,
        kinds,
        findSections(
          section.sections,
          leadsWithin(outline, section),
          section.endLine,
          match,
        ),
      ),
    }));
  }
  return [
    {
      ...(outline.title
        ? { line: outline.title.line, column: outline.title.column }
        : { line: 1, column: 1 }),
      endLine: Infinity,
      found: findSections(
        title
          ? [
              ...title.sections,
              ...outline.sections.filter(section => section !== title),
            ]
          : outline.sections,
        outline.leads,
        Infinity,
        match,
      ),
    },
  ];
}

type Matcher = (heading: string) => SectionKind[];

/** Longer headings tell a story, in which most words mean nothing. */
const MOST_WORDS = 8;

function createMatcher(kinds: readonly SectionKind[]): Matcher {
  const phrases = kinds.map(kind => ({
    kind,
    phrases: [kind.name, ...kind.aliases].map(phrase => ` ${wordsOf(phrase)} `),
  }));
  const known = new Map<string, SectionKind[]>();
  return heading => {
    const words = wordsOf(heading);
    let matched = known.get(words);
    if (!matched) {
      const text = ` ${words.split(' ').slice(0, MOST_WORDS).join(' ')} `;
      matched = phrases
        .filter(({ phrases: all }) => all.some(phrase => text.includes(phrase)))
        .map(({ kind }) => kind);
      known.set(words, matched);
    }
    return matched;
  };
}

/** The words of a heading, without case, numbers in front, emoji and punctuation. */
function wordsOf(text: string): string {
  return text
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The heading of the first level at the top names the runbook, unless it is nothing but the name of a section. */
function titleHeading(
  sections: RunbookSection[],
  match: Matcher,
): RunbookSection | undefined {
  const [title] = sections;
  const tops = sections.filter(({ level }) => level === 1);
  if (title?.level !== 1 || (tops.length > 1 && title.sections.length === 0)) {
    return undefined;
  }
  const isSection =
    match(title.text).length > 0 && wordsOf(title.text).split(' ').length === 1;
  return isSection ? undefined : title;
}

/** `KubePodCrashLooping`, `etcdNoLeader`, `pod_not_ready`: a name that a rule could have. */
const ALERT_NAME =
  /^(?:[A-Za-z][a-z0-9]*(?:[A-Z]+[a-z0-9]*)+|[a-z0-9]+(?:_[a-z0-9]+)+)$/;

/** The sections that are runbooks of their own, where a text collects those of several alerts. */
function collectionOf(
  sections: RunbookSection[],
  match: Matcher,
): RunbookSection[] {
  const collected: RunbookSection[] = [];
  const elsewhere = new Set<SectionKind>();
  const rest: RunbookSection[][] = [sections];
  for (let siblings = rest.pop(); siblings; siblings = rest.pop()) {
    const named = siblings.filter(
      ({ text }) => isAlertName(text) && match(text).length === 0,
    );
    for (const section of siblings) {
      if (named.length >= 2 && named.includes(section)) {
        collected.push(section);
      } else {
        const kinds = match(section.text).filter(({ required }) => required);
        kinds.forEach(kind => elsewhere.add(kind));
        // What is nested in a section of a runbook belongs to it.
        if (kinds.length === 0 || section.level === 1) {
          rest.push(section.sections);
        }
      }
    }
  }
  return elsewhere.size < 2 ? collected.sort((a, b) => a.line - b.line) : [];
}

function isAlertName(text: string): boolean {
  return (
    text.length <= 200 &&
    ALERT_NAME.test(text.replace(/^alert(?:name)?:\s*/i, '').trim())
  );
}

/** Where runbooks share a file, what stands right under the heading of one says what it means. */
function withIntroduction(
  section: RunbookSection,
  kinds: readonly SectionKind[],
  found: RunbookPart['found'],
): RunbookPart['found'] {
  const meaning = kinds.find(({ name }) => name === 'Meaning');
  return meaning && !section.empty && !found.has(meaning)
    ? new Map([[meaning, [{ ...section, empty: false }]], ...found])
    : found;
}

function leadsWithin(
  outline: RunbookOutline,
  { line, endLine }: RunbookSection,
) {
  return outline.leads.filter(lead => lead.line > line && lead.line <= endLine);
}

function findSections(
  sections: RunbookSection[],
  leads: RunbookOutline['leads'],
  endLine: number,
  match: Matcher,
): Map<SectionKind, FoundSection[]> {
  const found = new Map<SectionKind, FoundSection[]>();
  const add = (section: FoundSection) => {
    for (const kind of match(section.text)) {
      found.set(kind, [...(found.get(kind) ?? []), section]);
    }
  };
  const headings: RunbookSection[] = [];
  const walk = (siblings: RunbookSection[]) => {
    for (const section of siblings) {
      headings.push(section);
      add({ ...section, empty: isEmpty(section) });
      walk(section.sections);
    }
  };
  walk(sections);

  const borders = headings.map(({ line }) => line);
  const meant = leads.filter(({ text }) => match(text).length > 0);
  borders.push(...meant.map(({ line }) => line));
  borders.sort((a, b) => a - b);
  for (const lead of meant) {
    const next = borders.find(line => line > lead.line);
    add({ ...lead, endLine: next === undefined ? endLine : next - 1 });
  }
  return found;
}

function isEmpty(section: RunbookSection): boolean {
  return section.empty && section.sections.every(isEmpty);
}
