import { LevelCounts } from '@fairlead/backstage-plugin-scorecards-common';
import { markdownTable } from '../../report/markdownTable';
import { printable } from '../../report/printable';
import { Flip, LevelChange, PreviewReport } from './readPreview';

/** Rows of each list in a comment on a pull request. */
const MOST_ROWS = 40;

/** Characters that GitHub and GitLab take in a comment, with some left for whoever adds a line. */
const LONGEST = 60_000;

/** How often checks turned from one status to another. */
interface FlipCount {
  checkId: string;
  from: string;
  to: string;
  entities: number;
}

/** For people at a terminal: all of it. */
export function formatPreviewText(report: PreviewReport): string {
  const { lost, gained, flips } = report;
  const lines = [summaryOf(report), ''];
  for (const [level, before, after] of levelRows(report)) {
    lines.push(`  ${level.padEnd(24)} ${before.padStart(6)} → ${after}`);
  }
  for (const [title, changes] of [
    ['Lose a level', lost],
    ['Gain a level', gained],
  ] as const) {
    if (changes.length > 0) {
      lines.push(
        '',
        title,
        ...changes.map(one => `  ${one.entityRef}  ${describeChange(one)}`),
      );
    }
  }
  for (const count of countFlips(flips)) {
    const { checkId, from, to, entities } = count;
    lines.push(
      '',
      `${checkId}: ${from} → ${to} on ${describeEntities(entities)}`,
      ...flips
        .filter(
          flip =>
            flip.checkId === checkId && flip.from === from && flip.to === to,
        )
        .map(({ entityRef, reason }) => `  ${entityRef}  ${reason}`),
    );
  }
  return `${lines.map(printable).join('\n')}\n`;
}

/** For a comment on a pull request, of bounded length. */
export function formatPreviewMarkdown(report: PreviewReport): string {
  const { lost, gained, flips } = report;
  const sections = [
    `**${summaryOf(report)}**`,
    markdownTable(['Level', 'Before', 'After'], levelRows(report)),
  ];
  for (const [title, changes] of [
    ['Lose a level', lost],
    ['Gain a level', gained],
  ] as const) {
    if (changes.length > 0) {
      sections.push(
        `### ${title}`,
        markdownTable(
          ['Entity', 'Before', 'After'],
          changes.map(({ entityRef, from, to }) => [
            entityRef,
            from ?? 'none',
            to ?? 'none',
          ]),
          { most: MOST_ROWS },
        ),
      );
    }
  }
  if (flips.length > 0) {
    sections.push(
      '### Checks',
      markdownTable(
        ['Check', 'Before', 'After', 'Entities'],
        countFlips(flips).map(({ checkId, from, to, entities }) => [
          checkId,
          from,
          to,
          String(entities),
        ]),
        { most: MOST_ROWS },
      ),
      markdownTable(
        ['Check', 'Entity', 'Before', 'After', 'Why'],
        flips.map(({ checkId, entityRef, from, to, reason }) => [
          checkId,
          entityRef,
          from,
          to,
          reason,
        ]),
        { most: MOST_ROWS },
      ),
    );
  }
  const text = `${sections.join('\n\n')}\n`;
  return text.length <= LONGEST
    ? text
    : `${text.slice(0, text.lastIndexOf('\n', LONGEST))}\n\n… cut here.\n`;
}

function summaryOf({ totals, lost, gained, flips, isPartial }: PreviewReport) {
  const judged = Object.values(totals.after).reduce((sum, n) => sum + n, 0);
  const before = totals.before ? '' : ', for the first time';
  const partial = isPartial ? ' (not all of them were compared)' : '';
  return `${describeEntities(judged)} judged${before}: ${
    lost.length
  } lose a level, ${gained.length} gain one, ${flips.length} ${
    flips.length === 1 ? 'check turns' : 'checks turn'
  }${partial}`;
}

function levelRows({ totals }: PreviewReport): [string, string, string][] {
  const { before, after } = totals;
  const levels = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
  const show = (counts: LevelCounts | null, level: string) =>
    counts ? String(counts[level] ?? 0) : '–';
  return [...levels].map(level => [
    level,
    show(before, level),
    show(after, level),
  ]);
}

/** Those that turned most often first. */
function countFlips(flips: readonly Flip[]): FlipCount[] {
  const counts = new Map<string, FlipCount>();
  for (const { checkId, from, to } of flips) {
    const key = `${checkId} ${from} ${to}`;
    const count = counts.get(key) ?? { checkId, from, to, entities: 0 };
    count.entities += 1;
    counts.set(key, count);
  }
  return [...counts.values()].sort((a, b) => b.entities - a.entities);
}

function describeChange({ from, to }: LevelChange): string {
  return `${from ?? 'none'} → ${to ?? 'none'}`;
}

function describeEntities(count: number): string {
  return count === 1 ? '1 entity' : `${count} entities`;
}
