import { MASK } from './mask';

const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;
const LONGEST_NAME = 100;

const OF_ADDRESS = /[^\s<>"'(),;:[\]\\@]/;
const OF_NAME = /[^\n<>:;,"]/;
const DOMAIN = /\.[\p{L}\p{N}]{2,}$/u;
const HANDLE = /^[\p{L}\p{N}][\p{L}\p{N}_-]*/u;
const BEFORE_MENTION = /^[^\p{L}\p{N}_./-]?$/u;

/**
 * Masks e-mail addresses, with the name before one in angle brackets, and mentions such as `@ann`; a package such as
 * `@acme/shop` is none.
 */
export function maskAddresses(text: string): string {
  let masked = '';
  let done = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const found =
      at >= done ? addressAt(text, at) ?? mentionAt(text, at) : null;
    if (found) {
      masked += text.slice(done, Math.max(done, found.from)) + MASK;
      done = found.to;
    }
  }
  return masked + text.slice(done);
}

interface Span {
  from: number;
  to: number;
}

function addressAt(text: string, at: number): Span | undefined {
  const from = walk(text, at, {
    step: -1,
    over: OF_ADDRESS,
    most: LONGEST_LOCAL,
  });
  const end = walk(text, at + 1, {
    step: 1,
    over: OF_ADDRESS,
    most: LONGEST_DOMAIN,
  });
  if (text[from - 1] === '<' && text[end] === '>') {
    const name = walk(text, from - 1, {
      step: -1,
      over: OF_NAME,
      most: LONGEST_NAME,
    });
    return { from: name, to: end + 1 };
  }
  const domain = text.slice(at + 1, end).replace(/[.-]+$/, '');
  return from < at && DOMAIN.test(domain)
    ? { from, to: at + 1 + domain.length }
    : undefined;
}

function mentionAt(text: string, at: number): Span | undefined {
  const handle = text.slice(at + 1, at + 1 + LONGEST_LOCAL).match(HANDLE)?.[0];
  if (!handle || !BEFORE_MENTION.test(text.slice(Math.max(0, at - 1), at))) {
    return undefined;
  }
  const to = at + 1 + handle.length;
  return text[to] === '/' ? undefined : { from: at, to };
}

/** Where the characters end that the expression takes: behind them, or, walking back, before them. */
function walk(
  text: string,
  start: number,
  options: { step: 1 | -1; over: RegExp; most: number },
): number {
  const { step, over, most } = options;
  let index = start;
  for (let taken = 0; taken < most; taken += 1) {
    const next = step === 1 ? text[index] : text[index - 1];
    if (next === undefined || !over.test(next)) {
      return index;
    }
    index += step;
  }
  return index;
}
