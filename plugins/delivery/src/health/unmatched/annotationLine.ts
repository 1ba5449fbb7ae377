import { UnmatchedSubject } from '@fairlead/backstage-plugin-delivery-common';

const PLAIN = /^[A-Za-z][\w./-]*$/;
const NOT_TEXT = /^(true|false|yes|no|on|off|null|y|n)$/i;

/** The line of YAML with which an entity claims a subject. A value that YAML would read as more than text is quoted. */
export function annotationLine(
  subject: Pick<UnmatchedSubject, 'annotation' | 'value'>,
): string {
  const { annotation, value } = subject;
  const isPlain = PLAIN.test(value) && !NOT_TEXT.test(value);
  return `${annotation}: ${isPlain ? value : JSON.stringify(value)}`;
}
