import { LintProblem } from '@fairlead/backstage-plugin-runbooks-common';

/** A part of a section, in the order in which it is read. */
export type TextBlock = ProseBlock | CodeBlock | StepBlock;

interface Lines {
  /** From 1, in the whole text. */
  line: number;
  endLine: number;
  /** What the linter found in these lines. */
  problems: LintProblem[];
}

/** Markdown without code blocks and steps. */
export interface ProseBlock extends Lines {
  kind: 'prose';
  text: string;
}

/** Code that stands by itself. */
export interface CodeBlock extends Lines {
  kind: 'code';
  /** As it is to be copied. */
  text: string;
  language?: string;
  /** Where in the text labels of the alert were filled in. */
  filled: { from: number; to: number }[];
}

/** Something to do. */
export interface StepBlock extends Lines {
  kind: 'step';
  /** Of the step as the backend knows it; absent where it knows none here. */
  id?: string;
  text: string;
  /** `1.` of an ordered list; empty in a list of tasks. */
  ordinal: string;
  blocks: TextBlock[];
}

/** A heading with what stands under it. */
export interface TextSection {
  /** Absent before the first heading. */
  title?: string;
  /** All anchors that lead into it, its own first. */
  anchors: string[];
  blocks: TextBlock[];
  /** What the linter found in the heading itself. */
  problems: LintProblem[];
}
