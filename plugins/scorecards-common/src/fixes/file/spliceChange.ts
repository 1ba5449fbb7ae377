import { JsonValue } from '@backstage/types';
import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Pair,
  ParsedNode,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { isSame } from '../changeEntity';
import { EntityChange } from '../types';
import { FileStyle, rangeOf } from './FileStyle';
import { columnOf, lineStart, nextLine, splice } from './lines';

/** A change that the text leaves no place for. */
export class NoPlaceError extends Error {}

/** A field that is filled from another file. */
export class ElsewhereError extends Error {}

type Block = YAMLMap<ParsedNode, ParsedNode | null>;
type BlockPair = Pair<ParsedNode, ParsedNode | null>;

/**
 * Makes one change in the text of a document, by replacing as little of the text as there is to change. All else stays as it
 * is written: comments, order, quotes, indentation.
 */
export function spliceChange(
  text: string,
  document: Document.Parsed,
  change: EntityChange,
): string {
  const style = new FileStyle(text, document);
  const root = document.contents;
  if (!isMap(root)) {
    throw new NoPlaceError();
  }
  let map = root as Block;
  for (const [index, key] of change.keys.entries()) {
    const isLast = index === change.keys.length - 1;
    const pair = findPair(map, key);
    const rest = change.keys.slice(index + 1);
    if (!pair) {
      return change.action === 'set' || change.action === 'append'
        ? addPair(text, map, { key, value: nest(rest, change), style })
        : text;
    }
    if (
      isAlias(pair.value) ||
      (pair.value && 'anchor' in pair.value && pair.value.anchor)
    ) {
      throw new NoPlaceError();
    }
    if (isLast) {
      return changePair(text, map, pair, { change, style });
    }
    if (isEmpty(pair.value)) {
      return change.action === 'set' || change.action === 'append'
        ? fillPair(text, pair, { value: nest(rest, change), style })
        : text;
    }
    if (!isMap(pair.value)) {
      throw new NoPlaceError();
    }
    map = pair.value as Block;
    assertOwn(map);
  }
  throw new NoPlaceError();
}

/** Backstage fills `$text` and the like from elsewhere, and a merged map stands elsewhere in the file. */
function assertOwn(map: Block): void {
  for (const { key } of map.items) {
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name === 'string' && name.startsWith('$')) {
      throw new ElsewhereError();
    }
    if (name === '<<') {
      throw new NoPlaceError();
    }
  }
}

function findPair(map: Block, key: string): BlockPair | undefined {
  const pairs = map.items.filter(
    pair => isScalar(pair.key) && String(pair.key.value) === key,
  );
  if (pairs.length > 1) {
    throw new NoPlaceError();
  }
  return pairs[0];
}

/** What is to stand below a key that is there. */
function nest(
  keys: readonly string[],
  change: EntityChange & { value?: JsonValue },
): JsonValue {
  const value = change.value ?? null;
  return keys.reduceRight<JsonValue>(
    (inner, key) => ({ [key]: inner }),
    change.action === 'append' ? [value] : value,
  );
}

function isEmpty(node: ParsedNode | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function changePair(
  text: string,
  map: Block,
  pair: BlockPair,
  { change, style }: { change: EntityChange; style: FileStyle },
): string {
  const { value: node } = pair;
  if (isMap(node)) {
    assertOwn(node as Block);
  }
  switch (change.action) {
    case 'remove':
      return removePair(text, map, pair);
    case 'append':
      if (isEmpty(node)) {
        return fillPair(text, pair, { value: [change.value], style });
      }
      if (!isSeq(node)) {
        throw new NoPlaceError();
      }
      return addItem(text, node, { value: change.value, style });
    case 'drop':
      return isSeq(node) ? dropItem(text, pair, node, change.value) : text;
    default:
      if (isEmpty(node)) {
        return fillPair(text, pair, { value: change.value, style });
      }
      if (!isScalar(node)) {
        throw new NoPlaceError();
      }
      return replaceScalar(text, node, { value: change.value, style });
  }
}

function replaceScalar(
  text: string,
  node: ParsedNode,
  { value, style }: { value: JsonValue; style: FileStyle },
): string {
  const [from, to] = place(node);
  // A block scalar goes to the end of its last line.
  const end = text[to - 1] === '\n' ? style.eol : '';
  return splice(
    text,
    from,
    to,
    `${style.scalar(value, isScalar(node) ? node.type : undefined)}${end}`,
  );
}

/** Gives a key that has no value one. */
function fillPair(
  text: string,
  pair: BlockPair,
  { value, style }: { value: JsonValue; style: FileStyle },
): string {
  const [keyFrom, keyTo] = place(pair.key);
  const colon = text.indexOf(':', keyTo);
  const written = pair.value && rangeOf(pair.value);
  const isWritten = written && written[1] > written[0];
  if (typeof value !== 'object' || value === null || isWritten) {
    const to = isWritten ? written[1] : colon + 1;
    return splice(text, colon + 1, to, ` ${style.scalar(value, undefined)}`);
  }
  const column = columnOf(text, keyFrom);
  assertBlank(text, keyFrom);
  const [, ...lines] = style.lines({ key: value });
  return insertLines(text, nextLine(text, colon + 1), lines, {
    column,
    style,
  });
}

function addPair(
  text: string,
  map: Block,
  { key, value, style }: { key: string; value: JsonValue; style: FileStyle },
): string {
  if (map.flow) {
    return addBetween(
      text,
      map,
      '}',
      `${style.flow(key)}: ${style.flow(value)}`,
    );
  }
  const last = map.items[map.items.length - 1];
  if (!last) {
    throw new NoPlaceError();
  }
  const [from] = place(map.items[0].key);
  assertBlank(text, from);
  return insertLines(
    text,
    nextLine(text, endOf(last)),
    style.lines({ [key]: value }),
    { column: columnOf(text, from), style },
  );
}

function addItem(
  text: string,
  list: YAMLSeq,
  { value, style }: { value: JsonValue; style: FileStyle },
): string {
  if (list.flow) {
    return addBetween(text, list, ']', style.flow(value));
  }
  const [from, to] = place(list);
  assertBlank(text, from);
  return insertLines(text, nextLine(text, to), style.lines([value]), {
    column: columnOf(text, from),
    style,
  });
}

/** Adds to what stands between brackets. */
function addBetween(
  text: string,
  node: YAMLMap | YAMLSeq,
  bracket: string,
  added: string,
): string {
  const [from, to] = place(node);
  const close = text.lastIndexOf(bracket, to - 1);
  const last = node.items[node.items.length - 1];
  if (close <= from) {
    throw new NoPlaceError();
  }
  if (last === undefined) {
    return splice(
      text,
      from + 1,
      close,
      bracket === '}' ? ` ${added} ` : added,
    );
  }
  const end = endOf(last as BlockPair | ParsedNode);
  return splice(text, end, end, `, ${added}`);
}

function dropItem(
  text: string,
  pair: BlockPair,
  list: YAMLSeq,
  value: JsonValue,
): string {
  const index = list.items.findIndex(item =>
    isSame((item as ParsedNode).toJSON(), value),
  );
  if (index < 0) {
    return text;
  }
  if (list.items.length === 1) {
    const [from, to] = place(list);
    const colon = text.indexOf(':', place(pair.key)[1]);
    return list.flow
      ? splice(text, from, to, '[]')
      : splice(text, colon + 1, to, ' []');
  }
  const [from, to] = place(list.items[index]);
  if (list.flow) {
    return index === 0
      ? splice(text, from, place(list.items[1])[0], '')
      : splice(text, endOf(list.items[index - 1] as ParsedNode), to, '');
  }
  const dash = text.lastIndexOf('-', from - 1);
  assertBlank(text, dash);
  return splice(text, lineStart(text, dash), nextLine(text, to), '');
}

function removePair(text: string, map: Block, pair: BlockPair): string {
  if (map.items.length === 1) {
    const [from, to] = place(map);
    const end = text[to - 1] === '\n' ? '\n' : '';
    return splice(text, from, to, `{}${end}`);
  }
  const [from] = place(pair.key);
  if (map.flow) {
    const index = map.items.indexOf(pair as (typeof map.items)[number]);
    return index === 0
      ? splice(text, from, place(map.items[1].key)[0], '')
      : splice(text, endOf(map.items[index - 1]), endOf(pair), '');
  }
  assertBlank(text, from);
  return splice(text, lineStart(text, from), nextLine(text, endOf(pair)), '');
}

function place(node: unknown): [number, number, number] {
  const range = rangeOf(node);
  if (!range) {
    throw new NoPlaceError();
  }
  return range;
}

function endOf(item: BlockPair | ParsedNode): number {
  if ('key' in item) {
    const value = item.value && rangeOf(item.value);
    return value ? value[1] : place(item.key)[1];
  }
  return place(item)[1];
}

/** Lines can be added and removed only where nothing else stands before a key or a dash. */
function assertBlank(text: string, offset: number): void {
  if (text.slice(lineStart(text, offset), offset).trim() !== '') {
    throw new NoPlaceError();
  }
}

function insertLines(
  text: string,
  at: number,
  lines: readonly string[],
  { column, style }: { column: number; style: FileStyle },
): string {
  const block = lines
    .map(line => `${' '.repeat(column)}${line}`)
    .join(style.eol);
  const isOnNewLine = at === 0 || text[at - 1] === '\n';
  return splice(
    text,
    at,
    at,
    isOnNewLine ? `${block}${style.eol}` : `${style.eol}${block}`,
  );
}
