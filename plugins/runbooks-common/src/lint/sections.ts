import {
  RunbookLead,
  RunbookOutline,
  RunbookSection,
  TextPlace,
} from '../markdown';
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
  const collected = collectionOf(outline, match);
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
  /^(?:[A-Za-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+|[a-z0-9]+(?:_[a-z0-9]+)+)$/;

/** `Runbook: High latency`. */
const ANNOUNCED = /^(?:runbook|playbook|alert)\s*:/i;

/** The sections that are runbooks of their own, where a text collects several. */
function collectionOf(
  outline: RunbookOutline,
  match: Matcher,
): RunbookSection[] {
  const collected: RunbookSection[] = [];
  const elsewhere = new Set<SectionKind>();
  const rest: RunbookSection[][] = [outline.sections];
  for (let siblings = rest.pop(); siblings; siblings = rest.pop()) {
    const alone = siblings.filter(section =>
      standsAlone(section, outline, match),
    );
    const runbooks = new Set(alone.length >= 2 ? alone : []);
    for (const section of siblings) {
      if (runbooks.has(section)) {
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

/** Whether a section looks like a runbook: by its heading, or by the sections of one in it. */
function standsAlone(
  section: RunbookSection,
  outline: RunbookOutline,
  match: Matcher,
): boolean {
  const { text } = section;
  if (ANNOUNCED.test(text)) {
    return true;
  }
  if (match(text).length > 0) {
    return false;
  }
  if (text.length <= 200 && ALERT_NAME.test(text)) {
    return true;
  }
  const within = [...section.sections, ...leadsWithin(outline, section)];
  const kinds = new Set(within.flatMap(part => match(part.text)));
  return Array.from(kinds).filter(({ required }) => required).length >= 2;
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

/** The leads of a section; they stand in the order of their lines, and there may be very many. */
function leadsWithin(
  { leads }: RunbookOutline,
  { line, endLine }: RunbookSection,
): RunbookLead[] {
  return leads.slice(firstBehind(leads, line), firstBehind(leads, endLine));
}

function firstBehind(leads: readonly RunbookLead[], line: number): number {
  let low = 0;
  let high = leads.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (leads[middle].line > line) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
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
      const before = found.get(kind);
      if (before) {
        before.push(section);
      } else {
        found.set(kind, [section]);
      }
    }
  };
  const borders: number[] = [];
  const walk = (siblings: RunbookSection[]) => {
    for (const section of siblings) {
      borders.push(section.line);
      add({ ...section, empty: isEmpty(section) });
      walk(section.sections);
    }
  };
  walk(sections);

  const meant = leads.filter(({ text }) => match(text).length > 0);
  borders.push(...meant.map(({ line }) => line), endLine + 1);
  borders.sort((a, b) => a - b);
  let next = 0;
  for (const lead of meant) {
    while (borders[next] <= lead.line) {
      next += 1;
    }
    add({ ...lead, endLine: borders[next] - 1 });
  }
  return found;
}

function isEmpty(section: RunbookSection): boolean {
  return section.empty && section.sections.every(isEmpty);
}
