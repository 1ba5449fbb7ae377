import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { Settings } from 'luxon';
import { RelativeTime, useTimeFormat } from '.';

describe('a time', () => {
  const now = Settings.now;
  beforeEach(() => {
    Settings.now = () => Date.parse('2026-11-20T12:00:00Z');
  });
  afterEach(() => {
    Settings.now = now;
  });

  const Age = (props: { time: string }) => {
    const format = useTimeFormat();
    return <>{`${format.day(props.time)}, ${format.age(props.time)}`}</>;
  };

  const Moment = (props: { time: string }) => (
    <>{useTimeFormat().moment(props.time).replace(/\s/g, ' ')}</>
  );

  it('is relative, and exact on hover', async () => {
    await renderInTestApp(<RelativeTime time="2026-11-20T10:00:00Z" />);
    const time = screen.getByText('2 hours ago');
    expect(time).toHaveAttribute('datetime', '2026-11-20T10:00:00Z');
    expect(time.title).toMatch(/November 20, 2026/);
  });

  it.each([
    ['2026-11-20T12:00:00Z', 'just now'],
    ['2026-11-20T11:59:20Z', 'just now'],
    ['2026-11-20T11:59:00Z', '1 minute ago'],
    ['2026-11-20T12:00:30Z', 'in 30 seconds'],
  ])('%s reads as %s', async (time, words) => {
    await renderInTestApp(<RelativeTime time={time} />);
    expect(screen.getByText(words)).toBeVisible();
  });

  it.each([
    ['2026-11-20T11:59:40Z', 'Nov 20, 20 seconds'],
    ['2026-11-20T11:00:00Z', 'Nov 20, 1 hour'],
    ['2026-11-12T11:00:00Z', 'Nov 12, 8 days'],
    ['2025-10-12T11:00:00Z', 'Oct 12, 2025, 1 year'],
  ])('%s was %s ago', async (time, words) => {
    await renderInTestApp(<Age time={time} />);
    expect(screen.getByText(words)).toBeVisible();
  });

  it.each([
    ['2026-11-12T09:15:00Z', 'Nov 12, 9:15 AM'],
    ['2025-11-12T09:15:00Z', 'Nov 12, 2025, 9:15 AM'],
  ])('%s is to the minute %s', async (time, words) => {
    await renderInTestApp(<Moment time={time} />);
    expect(screen.getByText(words)).toBeVisible();
  });

  it('follows the language of the portal', async () => {
    await renderInTestApp(<Age time="2026-10-12T11:00:00Z" />, {
      apis: [
        [
          appLanguageApiRef,
          {
            getAvailableLanguages: () => ({ languages: ['en', 'de'] }),
            setLanguage: () => {},
            getLanguage: () => ({ language: 'de' }),
          },
        ],
      ],
    });
    expect(screen.getByText('12. Okt., 1 Monat')).toBeVisible();
  });
});
