import { LIMITS } from '../rule/limits';

/** A text that was written, cut to what a title may have. */
export function toTitle(value: unknown, fallback: string): string {
  return cut(textOf(value) ?? fallback, LIMITS.titleLength);
}

/** A text that was written, cut to what a description may have; undefined where there is none. */
export function toText(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : cut(text, LIMITS.textLength);
}

/** An address that a fix may lead to; undefined for anything else. */
export function toAddress(value: unknown): string | undefined {
  return typeof value === 'string' &&
    value.length <= 2_000 &&
    /^(?:https?:\/\/[^\s/]|\/(?!\/))\S*$/.test(value)
    ? value
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : undefined;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
