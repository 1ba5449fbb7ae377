import {
  FilledText,
  LintProblem,
  readRunbookOutline,
  RunbookCode,
  RunbookOutline,
  RunbookSection,
  RunbookStep,
} from '@fairlead/backstage-plugin-runbooks-common';
import { cutStart, dedent, isBlank, joinLines, Line, toLines } from './lines';
import { readCodeLines } from './readCodeLines';
import { CodeBlock, StepBlock, TextBlock, TextSection } from './types';

/** The mark of a list item, and of a task. */
const MARKER = /^(\s*)([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?/;

/** What `[text][label]` refers to, which may stand anywhere. */
const DEFINITION = /^ {0,3}\[([^\]]+)\]:\s*\S/;

const MAX_DEFINITIONS = 200;

/**
 * Cuts a runbook into what a reader folds, copies and ticks: sections, and in them prose, code and steps. Nothing of it is
 * lost, and each part knows the lines it is from.
 */
export function cutText(
  filled: FilledText,
  options: {
    /** Of the steps by the line they begin in, since what is filled in changes no lines. */
    stepIds: ReadonlyMap<number, string>;
    problems: readonly LintProblem[];
  },
): TextSection[] {
  const outline = readRunbookOutline(filled.text);
  const lines = toLines(filled.text);
  const start = endOfFrontMatter(lines, outline);
  const cutter = createCutter(outline, filled, lines, options);
  const [first] = outline.sections;
  // One heading above all others is the title, which stands above the text already.
  const title =
    outline.sections.length === 1 && first.level === 1 ? first : undefined;
  const sections = title ? title.sections : outline.sections;
  const upTo = sections[0]?.line ?? lines.length + 1;
  const preface = lines
    .slice(start, upTo - 1)
    .filter(({ number }) => !title || !isHeadingLine(lines, title, number));
  return [
    cutter.section(undefined, preface),
    ...sections.map(section =>
      cutter.section(
        section,
        lines
          .slice(section.line - 1, section.endLine)
          .filter(({ number }) => !isHeadingLine(lines, section, number)),
      ),
    ),
  ].filter(
    ({ title: heading, blocks, problems }) =>
      heading !== undefined || blocks.length > 0 || problems.length > 0,
  );
}

function createCutter(
  outline: RunbookOutline,
  filled: FilledText,
  lines: readonly Line[],
  options: {
    stepIds: ReadonlyMap<number, string>;
    problems: readonly LintProblem[];
  },
) {
  const steps = groupByLine(outline.steps);
  const code = groupByLine(outline.code.filter(({ inline }) => !inline));
  const problems = groupByLine(options.problems);
  const filledIn = groupByLine(filled.filled);
  const definitions = readDefinitions(lines);

  function problemsIn(line: number, endLine: number): LintProblem[] {
    const found: LintProblem[] = [];
    for (let number = line; number <= endLine; number++) {
      found.push(...(problems.get(number) ?? []));
    }
    return found;
  }

  function cutBlocks(content: readonly Line[], depth: number): TextBlock[] {
    const blocks: TextBlock[] = [];
    let prose: Line[] = [];

    function endProse() {
      const text = joinLines(prose).replace(/^\n+|\s+$/g, '');
      if (text !== '') {
        const line = prose[0].number;
        const endLine = prose[prose.length - 1].number;
        blocks.push({
          kind: 'prose',
          text: withDefinitions(text, definitions),
          line,
          endLine,
          problems: problemsIn(line, endLine),
        });
      }
      prose = [];
    }

    let i = 0;
    while (i < content.length) {
      const { number, text } = content[i];
      const step = steps.get(number)?.find(one => one.depth >= depth);
      const stepLines =
        step && MARKER.test(text)
          ? content.slice(i, i + step.endLine - number + 1)
          : undefined;
      const codeHere = code.get(number)?.[0];
      const codeLines = codeHere && readCodeLines(content, i);
      if (step && stepLines) {
        endProse();
        blocks.push(cutStep(step, stepLines));
        i += stepLines.length;
      } else if (codeHere && codeLines) {
        endProse();
        blocks.push(toCode(codeHere, codeLines.content, codeLines.count));
        i += codeLines.count;
      } else {
        prose.push(content[i]);
        i += 1;
      }
    }
    endProse();
    return blocks;
  }

  function cutStep(step: RunbookStep, content: readonly Line[]): StepBlock {
    const [all, indent, marker, space] = MARKER.exec(content[0].text)!;
    // More than four spaces belong to what follows, as code that is indented.
    const width =
      indent.length +
      marker.length +
      (space.length > 4 ? 1 : Math.max(space.length, 1));
    const endLine = content[content.length - 1].number;
    const inner = [
      cutStart(content[0], all.length),
      ...content.slice(1).map(line => dedent(line, width)),
    ];
    return {
      kind: 'step',
      id: options.stepIds.get(step.line),
      text: step.text,
      ordinal: /\d/.test(marker) ? marker : '',
      blocks: cutBlocks(inner, step.depth + 1),
      line: step.line,
      endLine,
      // Those within are told where they are.
      problems: [],
    };
  }

  function toCode(
    { language, line }: RunbookCode,
    content: readonly Line[],
    count: number,
  ): CodeBlock {
    const endLine = line + count - 1;
    return {
      kind: 'code',
      text: joinLines(content),
      language,
      filled: placesIn(content),
      line,
      endLine,
      problems: problemsIn(line, endLine),
    };
  }

  /** Where in joined lines something was filled in. */
  function placesIn(content: readonly Line[]) {
    let at = 0;
    return content.flatMap(({ number, offset, text }) => {
      const start = at;
      at += text.length + 1;
      return (filledIn.get(number) ?? []).map(({ from, to }) => ({
        from: start + from - offset,
        to: start + to - offset,
      }));
    });
  }

  return {
    section(
      heading: RunbookSection | undefined,
      content: readonly Line[],
    ): TextSection {
      const blocks = cutBlocks(content, 0);
      const told = new Set(blocks.flatMap(allProblems));
      const line = heading?.line ?? content[0]?.number ?? 1;
      const endLine = content[content.length - 1]?.number ?? line;
      return {
        title: heading?.text,
        anchors: heading ? anchorsOf(heading) : [],
        blocks,
        problems: problemsIn(line, endLine).filter(one => !told.has(one)),
      };
    },
  };
}

function groupByLine<T extends { line: number }>(
  parts: readonly T[],
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const part of parts) {
    const group = groups.get(part.line);
    if (group) {
      group.push(part);
    } else {
      groups.set(part.line, [part]);
    }
  }
  return groups;
}

function allProblems(block: TextBlock): LintProblem[] {
  return block.kind === 'step'
    ? block.blocks.flatMap(allProblems)
    : block.problems;
}

function anchorsOf({ anchor, sections }: RunbookSection): string[] {
  return [anchor, ...sections.flatMap(anchorsOf)];
}

/** A heading is one line, or two with what underlines it. */
function isHeadingLine(
  lines: readonly Line[],
  heading: RunbookSection,
  number: number,
): boolean {
  if (number === heading.line) {
    return true;
  }
  const isUnderlined = !lines[heading.line - 1].text
    .trimStart()
    .startsWith('#');
  return (
    isUnderlined &&
    number === heading.line + 1 &&
    /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[number - 1].text)
  );
}

/** How many lines stand in front of the Markdown. */
function endOfFrontMatter(
  lines: readonly Line[],
  { frontMatter, problems }: RunbookOutline,
): number {
  const opening = lines[0].text.trimEnd();
  const isThere =
    opening === '+++' ||
    (opening === '---' &&
      (Object.keys(frontMatter).length > 0 ||
        problems.some(({ rule }) => rule === 'front-matter')));
  if (!isThere) {
    return 0;
  }
  const closing =
    opening === '+++' ? /^\+\+\+[ \t]*$/ : /^(?:---|\.\.\.)[ \t]*$/;
  return lines.findIndex(({ text }, i) => i > 0 && closing.test(text)) + 1;
}

function readDefinitions(lines: readonly Line[]): Map<string, string> {
  return new Map(
    lines
      .flatMap(line => {
        const label = DEFINITION.exec(line.text)?.[1];
        return label && !isBlank(line)
          ? [[label.toLocaleLowerCase('en-US'), line.text] as const]
          : [];
      })
      .slice(0, MAX_DEFINITIONS),
  );
}

/** Gives a part of a text what its links refer to. */
function withDefinitions(
  text: string,
  definitions: ReadonlyMap<string, string>,
): string {
  if (definitions.size === 0 || !text.includes('[')) {
    return text;
  }
  const lower = text.toLocaleLowerCase('en-US');
  const used = Array.from(definitions)
    .filter(
      ([label, line]) => lower.includes(`[${label}]`) && !text.includes(line),
    )
    .map(([, line]) => line);
  return used.length > 0 ? `${text}\n\n${used.join('\n')}` : text;
}
