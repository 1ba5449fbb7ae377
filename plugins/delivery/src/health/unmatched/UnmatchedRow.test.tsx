import { renderInTestApp } from '@backstage/frontend-test-utils';
import { UnmatchedSubject } from '@fairlead/backstage-plugin-delivery-common';
import { screen } from '@testing-library/react';
import { UnmatchedRow } from './UnmatchedRow';

const render = (subject: Pick<UnmatchedSubject, 'annotation' | 'value'>) =>
  renderInTestApp(
    <table>
      <tbody>
        <UnmatchedRow
          subject={{
            source: 'pagerduty',
            count: 3,
            firstAt: '2026-03-01T10:00:00.000Z',
            lastAt: '2026-03-02T10:00:00.000Z',
            ...subject,
          }}
        />
      </tbody>
    </table>,
  );

describe('a subject without an entity', () => {
  it('offers the line that would claim it', async () => {
    render({ annotation: 'pagerduty.com/service-id', value: 'PLOST' });
    expect(
      await screen.findByText('pagerduty.com/service-id: PLOST'),
    ).toBeVisible();
  });

  it('says of records without any name what to do', async () => {
    render({ annotation: '', value: '' });
    expect(await screen.findByText('Without any name')).toBeVisible();
    expect(
      screen.getByText('Name a repository or a service in the source.'),
    ).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
