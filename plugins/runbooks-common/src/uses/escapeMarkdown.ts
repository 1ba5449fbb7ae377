import { isolate } from '@fairlead/bidi-text';

/**
 * What somebody wrote, for a place within a line of Markdown: it reads as it was written, and is no link, mention,
 * mark-up or HTML, also where addresses link by themselves.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return isolate(line)
    .replace(/[\\`*_[\]<>&~|!$#@]/g, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, found => `${found.slice(0, -1)}\\.`);
}

/** A link to an address that was checked when it was told. */
export function linkInMarkdown(title: string, url: string): string {
  // The standard form has no spaces, brackets or ends of lines; a backslash would escape what follows it.
  const address = new URL(url).href.replaceAll('\\', '%5C');
  return `[${escapeMarkdown(title)}](<${address}>)`;
}
