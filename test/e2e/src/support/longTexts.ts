import { Page } from '@playwright/test';

const LONG = 'W'.repeat(5_000);
/** Longer than any level or owner has a reason to be. */
const WORD = 'w'.repeat(300);

/** Lets the scorecards backend answer titles, sentences, owners and names of levels far too long, and without a break. */
export async function lengthenScorecards(page: Page) {
  await page.route('**/api/scorecards/**', async route => {
    const response = await route.fetch();
    const isJson = response.headers()['content-type']?.includes('json');
    await route.fulfill(
      isJson
        ? { response, json: lengthen(await response.json()) }
        : { response },
    );
  });
}

function lengthen(value: unknown, key?: string): unknown {
  if (Array.isArray(value)) {
    return value.map(item => lengthen(item, key));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        key === 'levels' && name !== 'none' ? `${name}${WORD}` : name,
        lengthen(item, name),
      ]),
    );
  }
  if (typeof value !== 'string') {
    return value;
  }
  switch (key) {
    case 'title':
    case 'description':
    case 'reason':
    case 'text':
    case 'why':
      return `${value}${LONG}`;
    case 'level':
    case 'levels':
      return `${value}${WORD}`;
    case 'owner':
      return value.startsWith('group:') ? `group:default/${WORD}` : value;
    default:
      return value;
  }
}
