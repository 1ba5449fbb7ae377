import {
  isAutomaticAddress,
  toolOfAddress,
  toolOfLogin,
  toolOfName,
} from './matchTool';
import { ASSISTANCE_TRAILERS, ORIGIN_RULES } from './rules';
import { OriginRule, Trailer } from './types';

const MOST_TRAILERS = 50;
const LONGEST_NAME = 60;
const LONGEST_VALUE = 200;
/** Longer lines are no trailers, and would take the expression below too long. */
const LONGEST_LINE = 1_000;

const TRAILER = /^\s*([A-Za-z][A-Za-z0-9-]*)\s?:(?:\s+(.+?))?\s*$/;
const CONTINUED = /^\s+\S/;
const NAMES_SOMEBODY = /(?:-by|-with)$|^cc$/i;
const ADDRESS = /<?([^\s<>]+@[^\s<>]+)>?/;

/** A line at the end of a commit message, as it stands there. */
export interface RawTrailer {
  name: string;
  value: string;
}

/**
 * The trailers of a commit message: all lines of that form in its last paragraph, and those that name somebody anywhere
 * below the subject, because a squash puts whole messages one after the other.
 */
export function parseTrailers(message: string): RawTrailer[] {
  const [, ...lines] = message.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const lastGap = lines.findLastIndex(line => line.trim() === '');
  const found: RawTrailer[] = [];
  let isOpen = false;
  lines.forEach((line, i) => {
    const [, name = '', value = ''] =
      line.length > LONGEST_LINE ? [] : TRAILER.exec(line) ?? [];
    const isTrailer =
      name !== '' &&
      value !== '' &&
      name.length <= LONGEST_NAME &&
      (NAMES_SOMEBODY.test(name) || i > lastGap);
    if (isTrailer) {
      found.push({ name, value });
    } else if (isOpen && CONTINUED.test(line)) {
      found[found.length - 1].value += ` ${line.trim()}`;
    }
    isOpen = isTrailer || (isOpen && CONTINUED.test(line));
  });
  return found.map(({ name, value }) => ({
    name,
    value: value.slice(0, LONGEST_VALUE),
  }));
}

const NOBODY = /^(?:none|no|n\/?a|false|-+)$/i;
/** One word, or one with a model or a version: persons are called otherwise. */
const LOOKS_LIKE_TOOL = /^\S+$|\d|\S:\S/;

/** What a tool that no rule knows is called: what stands before its model, its version or anything in brackets. */
function titleOf(text: string): string {
  return text
    .split(/[:<([]/)[0]
    .replace(/[\s/@]+v?\d\S*\s*$/, '')
    .trim();
}

/** A tool that a trailer names. */
export interface NamedTool {
  title: string;
  kind: OriginRule['kind'];
}

/**
 * The tool that a trailer names as a helper; undefined for persons and for trailers that name no helpers.
 *
 * @remarks
 * An address decides before a name does. At an address that anybody may have, a name counts that no person bears: a
 * person called Claude is a person, `Claude Opus 4.7` is not.
 */
export function toolOfTrailer(
  { name, value }: RawTrailer,
  rules: readonly OriginRule[],
): NamedTool | undefined {
  const token = name.toLowerCase();
  const writer = rules.find(({ trailers = [] }) =>
    trailers.some(own => own.toLowerCase() === token),
  );
  if (writer) {
    return writer;
  }
  const meaning = Object.hasOwn(ASSISTANCE_TRAILERS, token)
    ? ASSISTANCE_TRAILERS[token]
    : undefined;
  if (!meaning) {
    return undefined;
  }
  const address = ADDRESS.exec(value)?.[1];
  const text = value.replace(ADDRESS, '').trim();
  const mayBePerson = address !== undefined && !isAutomaticAddress(address);
  const known =
    (address ? toolOfAddress(address, rules) : undefined) ??
    toolOfLogin(text, rules, { mayBePerson }) ??
    toolOfName(text, rules, { mayBePerson });
  if (known) {
    return known;
  }
  const title = titleOf(text);
  const isTool =
    meaning === 'tools' &&
    !mayBePerson &&
    title !== '' &&
    !NOBODY.test(text) &&
    LOOKS_LIKE_TOOL.test(text);
  return isTool ? { title, kind: 'agent' } : undefined;
}

/** What of a source's `ReadContext` it takes to keep what names persons and tools. @public */
export interface OriginContext {
  person(annotation: string, login: string): string;
  /** How tools are known; the built-in rules when left out. */
  origins?: readonly OriginRule[];
}

/**
 * The trailers of commit messages, as records hold them: without the persons that they name.
 *
 * @public
 */
export function readTrailers(
  messages: readonly (string | undefined)[],
  { person, origins = ORIGIN_RULES }: OriginContext,
): Trailer[] | undefined {
  const kept = new Map<string, Trailer>();
  for (const trailer of messages.flatMap(text => parseTrailers(text ?? ''))) {
    const { name, value } = trailer;
    const address = ADDRESS.exec(value)?.[1];
    const namesPerson =
      (address !== undefined || NAMES_SOMEBODY.test(name)) &&
      toolOfTrailer(trailer, origins) === undefined;
    const one = namesPerson
      ? { name, person: person('email', address ?? value) }
      : { name, value };
    kept.set(JSON.stringify(one).toLowerCase(), one);
  }
  return kept.size > 0 ? [...kept.values()].slice(0, MOST_TRAILERS) : undefined;
}
