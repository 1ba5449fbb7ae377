import { JsonObject } from '@backstage/types';

/** Where something begins in a text. @public */
export interface TextPlace {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units as editors count. */
  column: number;
}

/** A heading, and what stands under it until the next one of its level. @public */
export interface RunbookSection extends TextPlace {
  /** The heading as it reads, without marks. */
  text: string;
  /** From 1 to 6. */
  level: number;
  /** The last line that belongs to it. */
  endLine: number;
  /** What links to it name behind the `#`. */
  anchor: string;
  /** Nothing stands between the heading and the next one; its own sections may hold something still. */
  empty: boolean;
  /** Those under headings of a deeper level. */
  sections: RunbookSection[];
}

/**
 * A line that introduces what follows without being a heading, as `**Impact:** nobody can pay` or `How to fix it:`. Many
 * write their runbooks so.
 *
 * @public
 */
export interface RunbookLead extends TextPlace {
  text: string;
  /** Nothing follows before the next heading. */
  empty: boolean;
}

/** What a reader does: an item of an ordered list, or of a list of tasks. @public */
export interface RunbookStep extends TextPlace {
  /** Stays the same for as long as the text of the step does, whatever happens to other steps. */
  id: string;
  text: string;
  /** The last line that belongs to it, with what is nested in it. */
  endLine: number;
  /** The heading of the section that it stands in. */
  section?: string;
  /** How many steps it is nested in. */
  depth: number;
}

/** Code, as a block or within a line. @public */
export interface RunbookCode extends TextPlace {
  /** As the author wrote it, in lower case. */
  language?: string;
  text: string;
  inline: boolean;
}

/**
 * What a link leads to, as far as its address says: a dashboard, a query that can be run, another runbook, or anything
 * else.
 *
 * @public
 */
export type RunbookLinkKind = 'dashboard' | 'query' | 'runbook' | 'other';

/** A link or an image. @public */
export interface RunbookTextLink extends TextPlace {
  url: string;
  text: string;
  kind: RunbookLinkKind;
  image: boolean;
}

/** Something that is to be filled in from the labels of an alert, as `{{ $labels.namespace }}`. @public */
export interface RunbookPlaceholder extends TextPlace {
  /** As it stands in the text, with its braces. */
  raw: string;
  /** The name of the label; absent where it names none. */
  label?: string;
  /** It stands in code. */
  inCode: boolean;
}

/** Words that say that something is still to be written. @public */
export interface UnfinishedText extends TextPlace {
  text: string;
}

/** Why a text was not read as it is written. @public */
export interface ReadingProblem extends TextPlace {
  rule: 'too-long' | 'too-deep' | 'front-matter';
  message: string;
}

/** What a runbook in Markdown is made of. @public */
export interface RunbookOutline {
  /** From the front matter, else the heading at the top. */
  title?: TextPlace & { text: string };
  /** What stands in front of the Markdown in YAML; empty where nothing does. */
  frontMatter: JsonObject;
  /** Those of the highest level, each with its own within. */
  sections: RunbookSection[];
  leads: RunbookLead[];
  steps: RunbookStep[];
  code: RunbookCode[];
  links: RunbookTextLink[];
  placeholders: RunbookPlaceholder[];
  /** `TODO` and the like, outside of code. */
  unfinished: UnfinishedText[];
  /** What links within the text may name behind the `#`. */
  anchors: string[];
  /** Words outside of code. */
  words: number;
  problems: ReadingProblem[];
}
