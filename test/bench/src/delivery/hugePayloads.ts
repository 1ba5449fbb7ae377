import { randomUUID } from 'node:crypto';
import { createCdevent } from './cdevent';

/** A JUnit report of nearly five megabytes, in which every case failed. */
export function createHugeReport(): string {
  const cases = Array.from(
    { length: 40_000 },
    (_, index) =>
      `<testcase name="does ${index} &lt; things" classname="shop.Suite${
        index % 100
      }" time="0.${index}"><failure message="no &quot;x&quot;"/></testcase>`,
  );
  return `<testsuite name="${randomUUID()}">${cases.join('')}</testsuite>`;
}

/** One CDEvent of more than four megabytes, by what was put into it beside what it tells. */
export function createHugeEvent(): string {
  return JSON.stringify({
    ...JSON.parse(createCdevent()),
    customDataContentType: 'application/json',
    customData: {
      commits: Array.from({ length: 25_000 }, (_, index) => ({
        id: `${index}`.padEnd(40, '0'),
        message: `fix: something ${index} with “words”`,
        author: { name: 'Jo', email: 'jo@example.com' },
        added: [`src/${index}.ts`],
      })),
    },
  });
}
