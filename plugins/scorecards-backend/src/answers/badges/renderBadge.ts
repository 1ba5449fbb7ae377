import { parseEntityRef } from '@backstage/catalog-model';
import { Badge } from './Badge';

/** Dark enough for white text at 4.5 : 1. */
const COLORS = {
  label: '#444444',
  unknown: '#5f6368',
  none: '#b3261e',
  reached: '#7a5c00',
  highest: '#1e6b2e',
};

const PADDING = 8;
const HEIGHT = 20;

/** Draws a badge as SVG, with its text as its accessible name. */
export function renderBadge({ scorecardRef, standing }: Badge): string {
  const label = parseEntityRef(scorecardRef).name.replaceAll('-', ' ');
  const message = standing ? standing.level ?? 'no level' : 'unknown';
  const title = escapeXml(`${label}: ${message}`);
  const left = widthOf(label) + 2 * PADDING;
  const right = widthOf(message) + 2 * PADDING;

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${
      left + right
    }" height="${HEIGHT}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect width="${left}" height="${HEIGHT}" fill="${COLORS.label}"/>`,
    `<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${colorOf(
      standing,
    )}"/>`,
    `<g fill="#ffffff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">`,
    renderText(label, PADDING),
    renderText(message, left + PADDING),
    `</g></svg>`,
  ].join('');
}

function renderText(text: string, x: number): string {
  // With a length given, the text fits its box in whatever font it is drawn.
  return `<text x="${x}" y="14" textLength="${widthOf(text)}">${escapeXml(
    text,
  )}</text>`;
}

/** About how wide a text is in Verdana at 11 px; wide scripts take about twice as much. */
function widthOf(text: string): number {
  return Math.ceil(
    [...text].reduce(
      (width, char) => width + (char.codePointAt(0)! > 0x2e7f ? 12 : 6.8),
      0,
    ),
  );
}

function colorOf(standing: Badge['standing']): string {
  if (!standing) {
    return COLORS.unknown;
  }
  if (standing.level === null) {
    return COLORS.none;
  }
  return standing.level === standing.levels.at(-1)
    ? COLORS.highest
    : COLORS.reached;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, char => `&#${char.charCodeAt(0)};`);
}
