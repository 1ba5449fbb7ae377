import { parseEntityRef } from '@backstage/catalog-model';
import { isolated } from '@fairlead/bidi-text';
import { tryParseDuration } from '../duration';
import { isObject } from '../rule/values';
import { asList, checkIds, Report } from './checkIds';
import { SCORECARD_OWNER } from './types';

const TWO_YEARS = 2 * 366 * 86_400_000;

/** Reports what is wrong with the question of a check, and that it has none and no rule either. */
export function checkQuestion(
  check: Record<string, unknown>,
  checkPath: string,
  report: Report,
): void {
  const { maxAge, question, rule } = check;
  if (question === undefined) {
    if (rule === undefined) {
      report(
        `${checkPath}.rule`,
        'is missing, and there is no question in its place',
      );
    }
    return;
  }
  const path = `${checkPath}.question`;
  if (rule !== undefined) {
    report(path, 'stands in place of a rule, remove one of them');
  }
  if (maxAge !== undefined) {
    report(
      `${checkPath}.maxAge`,
      `is about facts; how long an answer holds is said by ${path}.expiresAfter`,
    );
  }
  if (!isObject(question)) {
    return;
  }
  checkIds(
    asList(question.choices).map(choice =>
      isObject(choice) ? choice.id : undefined,
    ),
    index => `${path}.choices[${index}].id`,
    'choice',
    report,
  );
  checkExpiry(question.expiresAfter, `${path}.expiresAfter`, report);
  for (const [index, name] of asList(question.alsoAnsweredBy).entries()) {
    checkTeam(name, `${path}.alsoAnsweredBy[${index}]`, report);
  }
}

function checkExpiry(text: unknown, path: string, report: Report) {
  if (typeof text !== 'string') {
    return;
  }
  const holdsFor = tryParseDuration(text);
  if (!holdsFor || holdsFor > TWO_YEARS) {
    report(
      path,
      isolated`'${text}' is not a duration above 0 and of at most two years, write for example 180d`,
    );
  }
}

function checkTeam(name: unknown, path: string, report: Report) {
  if (typeof name !== 'string' || name === '' || name === SCORECARD_OWNER) {
    return;
  }
  const message = isolated`takes a group such as group:default/architecture, or ${SCORECARD_OWNER}, not '${name}'`;
  try {
    const { kind } = parseEntityRef(name, { defaultKind: 'group' });
    if (kind.toLocaleLowerCase('en-US') !== 'group') {
      report(path, message);
    }
  } catch {
    report(path, message);
  }
}
