import { Page } from '@playwright/test';

const LONG = 'W'.repeat(5_000);
/** Longer than any level or owner has a reason to be. */
const WORD = 'w'.repeat(300);

/** What is said under a key of an answer, made too long where it is shown. */
type Lengthen = (text: string, key: string | undefined) => string;

/** Lets the scorecards backend answer titles, sentences, owners and names of levels far too long, and without a break. */
export async function lengthenScorecards(page: Page) {
  await lengthenAnswers(page, 'scorecards', (text, key) => {
    switch (key) {
      case 'title':
      case 'description':
      case 'reason':
      case 'text':
      case 'why':
        return `${text}${LONG}`;
      case 'level':
      case 'levels':
        return `${text}${WORD}`;
      case 'owner':
        return text.startsWith('group:') ? `group:default/${WORD}` : text;
      default:
        return text;
    }
  });
}

/** The change that waits longest, for pages on which none waits now. */
const WAITING = {
  recordKey: 'change:github:skerry-lines/weather-router:1',
  name: '#1',
  title: 'Round the cape',
  url: 'https://github.com/skerry-lines/weather-router/pull/1',
  since: '2026-11-01T08:00:00.000Z',
  age: 86_400_000,
};

/** Lets the delivery backend answer titles, names of changes, jobs and entities, and what to set up, likewise. */
export async function lengthenDelivery(page: Page) {
  await lengthenAnswers(page, 'delivery', (text, key) => {
    switch (key) {
      case 'definition':
      case 'error':
      case 'example':
      case 'name':
      case 'note':
      case 'part':
      case 'problems':
      case 'remedy':
      case 'setup':
      case 'text':
      case 'title':
      case 'value':
        return `${text}${LONG}`;
      case 'entityRef':
        return `${text}${WORD}`;
      default:
        return text;
    }
  });
}

/** An answer of delivery, with a change that waits in its sentence of where time goes. */
function withWaiting(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'sentence' in answer
    ? {
        ...answer,
        sentence: answer.sentence && { oldest: WAITING, ...answer.sentence },
      }
    : answer;
}

async function lengthenAnswers(page: Page, pluginId: string, longer: Lengthen) {
  await page.route(`**/api/${pluginId}/**`, async route => {
    const response = await route.fetch();
    const isJson = response.headers()['content-type']?.includes('json');
    await route.fulfill(
      isJson
        ? {
            response,
            json: lengthen(withWaiting(await response.json()), longer),
          }
        : { response },
    );
  });
}

function lengthen(value: unknown, longer: Lengthen, key?: string): unknown {
  if (Array.isArray(value)) {
    return value.map(item => lengthen(item, longer, key));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        // The names of levels are keys of their totals.
        key === 'levels' && name !== 'none' ? longer(name, 'levels') : name,
        lengthen(item, longer, name),
      ]),
    );
  }
  return typeof value === 'string' ? longer(value, key) : value;
}
