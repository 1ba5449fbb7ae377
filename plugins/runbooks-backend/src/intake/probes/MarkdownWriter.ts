/** Deeper lists are written as deep as this. */
const MAX_DEPTH = 20;

interface List {
  isOrdered: boolean;
  count: number;
}

interface Block {
  text: string;
  /** Stands directly below the block before it, without an empty line. */
  isBelow: boolean;
}

/** Writes Markdown of what is told in the order of a page: blocks, and words within them. */
export class MarkdownWriter {
  readonly #blocks: Block[] = [];
  readonly #lists: List[] = [];
  #inline = '';
  #marker = '';
  #isAfterItem = false;

  /** How many blocks there are, for `toString`. */
  get length(): number {
    return this.#blocks.length;
  }

  /** Words that mean what they say, with no mark among them taken for Markdown. */
  text(text: string): void {
    this.#inline += text.replace(/[\\`*[\]<>]|(?<!\w)_|_(?!\w)/g, '\\$&');
  }

  /** Marks, as they are. */
  mark(text: string): void {
    this.#inline += text;
  }

  /** What was written since a length of the line in hand, taken out again. */
  takeInline(from: number): string {
    const taken = this.#inline.slice(from);
    this.#inline = this.#inline.slice(0, from);
    return taken;
  }

  get inlineLength(): number {
    return this.#inline.length;
  }

  /** Ends the paragraph in hand. */
  end(prefix = ''): void {
    const words = this.#inline.replace(/\s+/g, ' ').trim();
    this.#inline = '';
    if (words !== '') {
      const isPlain = prefix === '';
      this.#push(`${prefix}${isPlain ? guardStart(words) : words}`);
    }
  }

  /** A block of code, or anything else of several lines. */
  lines(lines: readonly string[]): void {
    this.end();
    const [first = '', ...rest] = lines;
    const indent = this.#indent();
    this.#push([first, ...rest.map(line => `${indent}${line}`)].join('\n'));
  }

  startList(isOrdered: boolean): void {
    this.end();
    this.#lists.push({ isOrdered, count: 0 });
  }

  endList(): void {
    this.end();
    this.#lists.pop();
    this.#marker = '';
  }

  startItem(): void {
    this.end();
    const list = this.#lists.at(-1);
    if (list) {
      list.count += 1;
      this.#marker = list.isOrdered ? `${list.count}. ` : '- ';
    }
  }

  row(cells: readonly string[], isFirst: boolean): void {
    const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
    this.#push(line(cells.map(cell => cell.replaceAll('|', '\\|'))), !isFirst);
    if (isFirst) {
      this.#push(line(cells.map(() => '---')), true);
    }
  }

  /** What was written from one block to another. */
  toString(from = 0, to = this.#blocks.length): string {
    const [first, ...rest] = this.#blocks.slice(from, to);
    return first
      ? [
          first.text,
          ...rest.map(
            ({ isBelow, text }) => `${isBelow ? '\n' : '\n\n'}${text}`,
          ),
          '\n',
        ].join('')
      : '';
  }

  #push(text: string, isBelow = false): void {
    const marker = this.#marker;
    const indent = this.#indent();
    const isItem = marker !== '';
    this.#marker = '';
    this.#blocks.push({
      text: isItem
        ? `${indent.slice(
            0,
            Math.max(0, indent.length - marker.length),
          )}${marker}${text}`
        : `${indent}${text}`,
      isBelow: isBelow || (isItem && this.#isAfterItem),
    });
    this.#isAfterItem = isItem;
  }

  #indent(): string {
    return this.#lists
      .slice(0, MAX_DEPTH)
      .map(({ isOrdered, count }) =>
        ' '.repeat(isOrdered ? `${count}. `.length : 2),
      )
      .join('');
  }
}

/** A line that begins as a heading or a list would, and is none. */
function guardStart(words: string): string {
  return words
    .replace(/^(?=[#>+-](?:\s|$)|#{2,6}\s)/, '\\')
    .replace(/^(\d{1,9})(?=[.)]\s)/, '$1\\');
}
