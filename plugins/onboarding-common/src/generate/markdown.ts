/** Characters that may be marks wherever they stand. */
const MARKS = /[\\`*_{}[\]<>&|~@]/g;

/** A list of links in Markdown, in which what others wrote means nothing but itself. */
export function listOfLinks(
  items: readonly { title: string; url?: string; note?: string }[],
): string {
  return items
    .map(({ title, url, note }) => {
      const label = escapeMarkdown(title);
      const linked = url ? `[${label}](<${encodeAddress(url)}>)` : label;
      return `- ${linked}${note ? `: ${escapeMarkdown(note)}` : ''}`;
    })
    .join('\n');
}

/** What others wrote, in one line of Markdown, where it means nothing but itself. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replace(MARKS, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.');
}

function encodeAddress(url: string): string {
  return url.replace(/[<>\\\s]/g, encodeURIComponent);
}
