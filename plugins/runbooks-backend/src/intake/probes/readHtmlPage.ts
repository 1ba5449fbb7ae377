import { ProbedPage } from '@fairlead/backstage-plugin-runbooks-common';
import { Parser } from 'htmlparser2';
import { MarkdownWriter } from './MarkdownWriter';

type Attributes = Record<string, string>;

/** What no reader sees, or what stands around every page of a site. */
const SKIPPED = new Set([
  'aside',
  'button',
  'footer',
  'iframe',
  'nav',
  'noscript',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
]);

/** What is skipped and yet read by those who see the page. */
const SEEN = new Set(['aside', 'button', 'footer', 'nav', 'select']);

const BLOCKS = new Set([
  'address',
  'blockquote',
  'body',
  'caption',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'form',
  'header',
  'main',
  'article',
  'p',
  'section',
  'summary',
]);

/** What nests deeper than this is not read on; so deep a page takes time that grows with the square of its depth. */
const MAX_DEPTH = 1_000;

/** Links and emphasis within each other; deeper ones are read as plain words. */
const MAX_MARKS = 8;

/** Characters that are parsed before somebody looks how deep the page is. */
const CHUNK = 16 * 1024;

/** Fewer words than this are no main part of a page. */
const MAIN_WORDS = 10;

/** Signs that stand at headings to link to them. */
const PERMALINK = /^[\s¶#§🔗]*$/u;

/** Fields of forms that take a reader to where people sign in. */
const SIGN_ON_FIELDS = ['SAMLRequest', 'SAMLResponse', 'wresult'];

/** A page of HTML: what is known of it, and what it says, in Markdown. */
export interface HtmlPage extends Omit<ProbedPage, 'isTooLong'> {
  markdown: string;
}

class PageReader {
  readonly #url: string;
  readonly #writer = new MarkdownWriter();
  readonly #anchors: string[] = [];
  readonly #regions: { from: number; to: number; words: number }[] = [];
  readonly #mains: { depth: number; from: number; words: number }[] = [];
  /** Links and emphasis that are open, and where they began. */
  readonly #marks: { mark: string; from: number }[] = [];
  readonly #skipped: string[] = [];
  #depth = 0;
  #words = 0;
  #title: string | undefined;
  #isTitle = false;
  #heading = 0;
  #code: { text: string; language: string } | undefined;
  #cells: string[] | undefined;
  #rows = 0;
  #hasPassword = false;
  #isSignOnForm = false;
  #sendsTo: string | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  get isTooDeep(): boolean {
    return this.#depth > MAX_DEPTH;
  }

  open(name: string, attributes: Attributes): void {
    this.#depth += 1;
    this.#noteAnchor(name, attributes);
    this.#noteSignOn(name, attributes);
    if (name === 'title' && this.#skipped.length === 0) {
      this.#isTitle = this.#title === undefined;
      return;
    }
    if (this.#skipped.length > 0 || SKIPPED.has(name) || isAside(attributes)) {
      this.#skipped.push(name);
      return;
    }
    if (isMain(name, attributes)) {
      this.#writer.end();
      this.#mains.push({
        depth: this.#depth,
        from: this.#writer.length,
        words: this.#words,
      });
    }
    this.#write(name, attributes);
  }

  text(text: string): void {
    if (this.#isTitle) {
      this.#title = `${this.#title ?? ''}${text}`;
      return;
    }
    const hidden = this.#skipped[0];
    if (hidden === undefined || SEEN.has(hidden)) {
      this.#words += text.match(/\S+/g)?.length ?? 0;
    }
    if (hidden !== undefined) {
      return;
    }
    if (this.#code) {
      this.#code.text += text;
    } else if (!(this.#heading > 0 && PERMALINK.test(text.trim() || 'x'))) {
      this.#writer.text(text);
    }
  }

  close(name: string): void {
    this.#isTitle &&= name !== 'title';
    if (this.#skipped.length > 0) {
      this.#skipped.pop();
    } else {
      this.#finish(name);
      const main = this.#mains.at(-1);
      if (main?.depth === this.#depth) {
        this.#mains.pop();
        this.#writer.end();
        this.#regions.push({
          from: main.from,
          to: this.#writer.length,
          words: this.#words - main.words,
        });
      }
    }
    this.#depth -= 1;
  }

  finish(): HtmlPage {
    this.#writer.end();
    const [main] = this.#regions
      .filter(({ words }) => words >= MAIN_WORDS)
      .sort((a, b) => b.words - a.words);
    return {
      isHtml: true,
      title: this.#title?.replace(/\s+/g, ' ').trim(),
      anchors: this.#anchors,
      words: this.#words,
      hasPassword: this.#hasPassword,
      isSignOnForm: this.#isSignOnForm,
      sendsTo: this.#sendsTo,
      markdown: main
        ? this.#writer.toString(main.from, main.to)
        : this.#writer.toString(),
    };
  }

  #noteAnchor(name: string, { id, name: named }: Attributes): void {
    if (id) {
      this.#anchors.push(id);
    }
    if (name === 'a' && named) {
      this.#anchors.push(named);
    }
  }

  #noteSignOn(name: string, attributes: Attributes): void {
    if (name === 'input') {
      this.#hasPassword ||= attributes.type?.toLowerCase() === 'password';
      this.#isSignOnForm ||= SIGN_ON_FIELDS.includes(attributes.name);
    }
    const [, target] =
      name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh'
        ? /^\s*\d*\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(
            attributes.content ?? '',
          ) ?? []
        : [];
    this.#sendsTo ??= target && this.#resolve(target);
  }

  #write(name: string, attributes: Attributes): void {
    const writer = this.#writer;
    const level = levelOf(name);
    if (level > 0) {
      writer.end();
      this.#heading = level;
    } else if (name === 'pre') {
      this.#code ??= { text: '', language: languageOf(attributes) };
    } else if (this.#code) {
      this.#code.language ||= languageOf(attributes);
      this.#code.text += name === 'br' ? '\n' : '';
    } else if (name === 'code' || name === 'kbd') {
      this.#marks.push({ mark: '`', from: writer.inlineLength });
    } else if (name === 'a') {
      this.#marks.push({
        mark: this.#heading > 0 ? '' : this.#resolve(attributes.href) ?? '',
        from: writer.inlineLength,
      });
    } else if (name === 'img') {
      const source = this.#resolve(attributes.src);
      if (source) {
        writer.mark('![');
        writer.text(attributes.alt ?? '');
        writer.mark(`](${source})`);
      }
    } else if (name === 'ul' || name === 'ol') {
      writer.startList(name === 'ol');
    } else if (name === 'li') {
      writer.startItem();
    } else if (name === 'input' && attributes.type === 'checkbox') {
      writer.mark('checked' in attributes ? '[x] ' : '[ ] ');
    } else if (name === 'table') {
      writer.end();
      this.#rows = 0;
    } else if (name === 'tr') {
      this.#cells = [];
    } else if (name === 'strong' || name === 'b') {
      this.#marks.push({ mark: '**', from: writer.inlineLength });
    } else if (name === 'br') {
      if (this.#cells || this.#heading || this.#marks.length > 0) {
        writer.mark(' ');
      } else {
        writer.end();
      }
    } else if (name === 'hr') {
      writer.lines(['---']);
    } else if (BLOCKS.has(name) && !this.#cells) {
      writer.end();
    }
  }

  #finish(name: string): void {
    const writer = this.#writer;
    if (levelOf(name) > 0) {
      writer.end(`${'#'.repeat(this.#heading || levelOf(name))} `);
      this.#heading = 0;
    } else if (name === 'pre' && this.#code) {
      const { text, language } = this.#code;
      this.#code = undefined;
      const fence = fenceFor(text);
      writer.lines([
        `${fence}${language}`,
        ...text.replace(/^\n|\s+$/g, '').split('\n'),
        fence,
      ]);
    } else if (this.#code) {
      // Marks within a block of code, as those that colour it, are no part of its text.
    } else if (['a', 'b', 'code', 'kbd', 'strong'].includes(name)) {
      this.#closeMark(name);
    } else if (name === 'ul' || name === 'ol') {
      writer.endList();
    } else if (name === 'td' || name === 'th') {
      this.#cells?.push(writer.takeInline(0).replace(/\s+/g, ' ').trim());
    } else if (name === 'tr') {
      const cells = this.#cells ?? [];
      this.#cells = undefined;
      if (cells.some(cell => cell !== '')) {
        writer.row(cells, this.#rows === 0);
        this.#rows += 1;
      }
    } else if ((BLOCKS.has(name) || name === 'li') && !this.#cells) {
      writer.end();
    }
  }

  #closeMark(name: string): void {
    const opened = this.#marks.pop();
    if (!opened || this.#marks.length >= MAX_MARKS) {
      return;
    }
    const writer = this.#writer;
    const from = Math.min(opened.from, writer.inlineLength);
    const inner = writer.takeInline(from);
    const words = inner.replace(/\s+/g, ' ').trim();
    if (words === '' || (name === 'a' && opened.mark === '')) {
      writer.mark(inner);
    } else if (name === 'a') {
      writer.mark(`[${words}](${opened.mark})`);
    } else if (opened.mark === '`') {
      const code = words.replace(/\\([\\`*_[\]<>])/g, '$1');
      const fence = code.includes('`') ? '``' : '`';
      writer.mark(`${fence}${code}${fence}`);
    } else {
      writer.mark(`${opened.mark}${words}${opened.mark}`);
    }
  }

  /** An address that a reader may follow. */
  #resolve(address: string | undefined): string | undefined {
    if (!address || !URL.canParse(address, this.#url)) {
      return undefined;
    }
    const { href, protocol } = new URL(address, this.#url);
    return /^(?:https?|mailto):$/.test(protocol)
      ? href.replace(/[()\s]/g, encodeURIComponent)
      : undefined;
  }
}

/**
 * Reads a page as a reader does: headings, paragraphs, lists, tables and code, of its main part if it has one. Takes any
 * text; the time grows with its length alone.
 *
 * @param url - what links are relative to
 */
export function readHtmlPage(html: string, url: string): HtmlPage {
  const reader = new PageReader(url);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: text => reader.text(text),
      onclosetag: name => reader.close(name),
    },
    { decodeEntities: true },
  );
  for (let from = 0; from < html.length && !reader.isTooDeep; from += CHUNK) {
    parser.write(html.slice(from, from + CHUNK));
  }
  if (!reader.isTooDeep) {
    parser.end();
  }
  return reader.finish();
}

function levelOf(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

function isMain(
  name: string,
  { class: names = '', role }: Attributes,
): boolean {
  return (
    name === 'main' ||
    name === 'article' ||
    role === 'main' ||
    /(?:^|\s)(?:markdown-body|md-content|wiki-content)(?:\s|$)/.test(names)
  );
}

/** Numbers of lines beside code, and tables of contents. */
function isAside({ class: names = '', 'aria-hidden': hidden }: Attributes) {
  return (
    hidden === 'true' ||
    /(?:^|\s)(?:linenos?|linenodiv|headerlink|toc|sr-only)(?:\s|$)/.test(names)
  );
}

function languageOf({ class: names = '' }: Attributes): string {
  const [, language = ''] =
    /(?:^|\s)(?:language-|lang-|highlight-source-|brush:\s*)([\w+#-]+)/.exec(
      names,
    ) ?? [];
  return language;
}

/** Longer than any run of backticks within. */
function fenceFor(text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`{3,}/g)) {
    longest = Math.max(longest, run.length);
  }
  return '`'.repeat(Math.min(longest + 1, 100));
}
