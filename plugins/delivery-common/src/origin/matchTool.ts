import { OriginRule } from './types';

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const normalise = (text: string) => text.trim().toLowerCase();

const withoutMark = (login: string) => normalise(login).replace(/\[bot\]$/, '');

/** A whole word or several, however they are joined, with or without a version behind them: `claude-code/2.1`. */
const wholly = (name: string, behind: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${name
      .split(/[\s_-]+/)
      .map(escape)
      .join('[\\s_-]+')}(?!\\p{L})${behind}`,
    'iu',
  );

const VERSION = '[\\s/:@_-]*v?\\d';

/** The expressions of a name; rules are few and texts are many. */
const expressions = new Map<string, RegExp>();

function says(text: string, name: string, behind = ''): boolean {
  const key = `${name}\n${behind}`;
  const expression = expressions.get(key) ?? wholly(name, behind);
  expressions.set(key, expression);
  return expression.test(text);
}

/** Addresses that no person reads mail at. */
const AUTOMATIC =
  /^(?:no-?reply|bot|[^@]*\[bot\])@|[+@-]bots?@|@(?:bots?|agents?)\./i;

/** Whether an address is that of a program, by its form. */
export function isAutomaticAddress(address: string): boolean {
  return AUTOMATIC.test(address);
}

/**
 * The tool that acts by an account or an app.
 *
 * @param options - `mayBePerson` where nothing says that it is no person's: a login that is a given name is one's then
 */
export function toolOfLogin(
  login: string,
  rules: readonly OriginRule[],
  { mayBePerson }: { mayBePerson: boolean },
): OriginRule | undefined {
  const wanted = withoutMark(login);
  return rules.find(
    ({ logins = [], givenNames = [] }) =>
      logins.some(own => withoutMark(own) === wanted) &&
      !(mayBePerson && givenNames.some(name => normalise(name) === wanted)),
  );
}

/** The tool that commits with an address. */
export function toolOfAddress(
  address: string,
  rules: readonly OriginRule[],
): OriginRule | undefined {
  const wanted = normalise(address);
  const isOwn = (own: string) =>
    own.startsWith('*')
      ? wanted.endsWith(normalise(own.slice(1)))
      : wanted === normalise(own);
  return rules.find(({ addresses = [] }) => addresses.some(isOwn));
}

/** The tool that a label is of. */
export function toolOfLabel(
  label: string,
  rules: readonly OriginRule[],
): OriginRule | undefined {
  const wanted = normalise(label);
  return rules.find(({ labels = [] }) =>
    labels.some(own => normalise(own) === wanted),
  );
}

/**
 * The tool that a text names.
 *
 * @param options - `mayBePerson` where the text may be the name of a person: given names count only with a version then
 */
export function toolOfName(
  text: string,
  rules: readonly OriginRule[],
  { mayBePerson }: { mayBePerson: boolean },
): OriginRule | undefined {
  const behind = mayBePerson ? VERSION : '';
  return rules.find(
    ({ names = [], givenNames = [] }) =>
      names.some(name => says(text, name)) ||
      givenNames.some(name => says(text, name, behind)),
  );
}
