import { InputError } from '@backstage/errors';
import { parseDocuments } from '@fairlead/bounded-yaml';
import { isMap, isScalar, isSeq, Pair, Scalar, YAMLMap } from 'yaml';
import { LIMITS } from '../rule/limits';

/** A prepared change of the YAML of a scorecard. @public */
export interface StandingChange {
  /** The whole text, with its comments and their order. */
  after: string;
  /** The checks that change, by their ids. */
  changed: string[];
}

/** A stretch of a text, and what takes its place. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * Moves the checks of a campaign into the standing scorecard: one that is only announced counts from now on, since its
 * `from` goes, and each stands at the level that is told. All else of the text stays as its author wrote it.
 *
 * @param text - the YAML of the scorecard
 * @param options - the checks of the target, and where they are to stand; where each does when left out
 * @throws InputError when the text is no YAML of a scorecard.
 * @public
 */
export function prepareStandingChange(
  text: string,
  options: { checkIds: readonly string[]; level?: string },
): StandingChange {
  const { checkIds, level } = options;
  const [document, ...others] =
    parseDocuments(text, { nesting: LIMITS.nesting }) ?? [];
  const checks = document?.getIn(['spec', 'checks']);
  if (others.length > 0 || document?.errors.length || !isSeq(checks)) {
    throw new InputError('The text is not the YAML of one scorecard');
  }
  const changed: string[] = [];
  const edits: (Edit | undefined)[] = [];
  for (const check of checks.items) {
    if (!isMap(check) || !checkIds.includes(String(check.get('id')))) {
      continue;
    }
    const own = [
      ...editsOf(check, 'from', pair => lineOf(text, pair)),
      ...editsOf(check, 'level', pair => levelOf(pair, level)),
    ];
    if (own.length > 0) {
      changed.push(String(check.get('id')));
      edits.push(...own);
      settle(check, level);
    }
  }
  return {
    after: edits.includes(undefined)
      ? // What stands within a line of others is written anew, and so is all else.
        document.toString({ lineWidth: 0 })
      : apply(text, edits as Edit[]),
    changed,
  };
}

/** The edit of a field, if there is something to change; undefined within for one that takes more than a splice. */
function editsOf(
  check: YAMLMap,
  key: string,
  toEdit: (pair: Pair) => Edit | undefined | 'none',
): (Edit | undefined)[] {
  const pair = check.items.find(({ key: name }) => String(name) === key);
  const edit = pair ? toEdit(pair) : 'none';
  return edit === 'none' ? [] : [edit];
}

/** The whole line of a field that has one to itself. */
function lineOf(text: string, { key, value }: Pair): Edit | undefined {
  const [start] = (key as Scalar).range ?? [0];
  const end = (isScalar(value) && value.range?.[1]) || start;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next + 1;
  const isAlone =
    text.slice(from, start).trim() === '' &&
    /^\s*(#.*)?$/.test(text.slice(end, to));
  return isAlone ? { from, to, text: '' } : undefined;
}

function levelOf(
  { value }: Pair,
  level: string | undefined,
): Edit | undefined | 'none' {
  if (level === undefined || !isScalar(value) || value.value === level) {
    return 'none';
  }
  return value.range
    ? { from: value.range[0], to: value.range[1], text: level }
    : undefined;
}

function settle(check: YAMLMap, level: string | undefined): void {
  check.delete('from');
  if (level !== undefined) {
    check.set('level', level);
  }
}

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce(
      (edited, { from, to, text: replacement }) =>
        edited.slice(0, from) + replacement + edited.slice(to),
      text,
    );
}
