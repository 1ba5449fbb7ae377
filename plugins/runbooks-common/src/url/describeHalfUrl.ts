import { isolated } from '@fairlead/bidi-text';

/** What a program prints for a value that it has not. */
const NO_VALUE =
  /(?:^|[/=.-])(undefined|null|None|nil|<no value>|%3Cno%20value%3E|<nil>|\[object Object\])(?=[/?#&.]|$)/;

/** What is left of a template that nobody filled in. */
const TEMPLATE =
  /\{\{|\}\}|\$\{|%\(\w+\)s|%!?s\b|\{%|<[\w -]{1,60}>|\$labels\b/;

/** Why a URL is not whole, as the end of a sentence that begins with it; undefined where it is. */
export function describeHalfUrl(url: string): string | undefined {
  if (url.trim() === '') {
    return 'is empty';
  }
  const template = TEMPLATE.exec(url);
  if (template) {
    return isolated`has the template '${template[0]}' in it that nobody filled in`;
  }
  const nothing = NO_VALUE.exec(url);
  if (nothing) {
    return isolated`has '${nothing[1]}' in place of a value`;
  }
  if (/\s/.test(url)) {
    return 'has a space in it';
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i
    .exec(url)?.[1]
    .toLocaleLowerCase('en-US');
  if (!scheme) {
    return url.startsWith('/')
      ? 'has no host, so what stands in front of it is empty'
      : 'is not absolute, it begins neither with https:// nor with http://';
  }
  if (scheme !== 'http' && scheme !== 'https') {
    return undefined;
  }
  // Parsers take the first part of the path for the host of `https:///a`, so it is looked at as it is written.
  const host = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1];
  if (!host || /^[:@]|^\.|\.\.|@$/.test(host)) {
    return 'has no host';
  }
  return URL.canParse(url) ? undefined : 'is no URL';
}
