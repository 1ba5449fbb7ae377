import { createHmac } from 'node:crypto';
import { IssueOpener } from './readCampaignKinds';

/**
 * Sends the issue of a team and a campaign, signed, under a key that is the same each time: whoever takes it opens one
 * issue for a key. Answers where the issue is, if the answer says so.
 *
 * @throws Error when it was not taken.
 */
export async function sendIssue(
  { url, secret }: Extract<IssueOpener, { via: 'webhook' }>,
  options: {
    body: string;
    fetch: typeof globalThis.fetch;
    /** The same for a team and a campaign. */
    key: string;
    now: number;
  },
): Promise<string | undefined> {
  const { body, fetch, key, now } = options;
  const timestamp = String(Math.floor(now / 1000));
  const response = await fetch(url, {
    method: 'POST',
    // What is signed for one address is handed to no other.
    redirect: 'error',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      'X-Fairlead-Timestamp': timestamp,
      'X-Fairlead-Signature-256': `sha256=${createHmac('sha256', secret)
        .update(`${timestamp}.${body}`)
        .digest('hex')}`,
    },
    body,
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`answered ${response.status}`);
  }
  return readUrl(text);
}

function readUrl(text: string): string | undefined {
  try {
    const { url } = JSON.parse(text);
    return typeof url === 'string' && /^https?:\/\/\S{1,2000}$/.test(url)
      ? url
      : undefined;
  } catch {
    // Nothing has to be told of the issue.
    return undefined;
  }
}
