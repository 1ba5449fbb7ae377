import { screen } from '@testing-library/react';
import { renderRunbooks } from './__testUtils__/renderRunbooks';
import * as legacy from './legacy';

describe('runbooks plugin', () => {
  it('opens its page at /runbooks', async () => {
    renderRunbooks('', {});
    expect(
      await screen.findByRole('tab', { name: 'Alert coverage' }),
    ).toHaveAttribute('href', '/runbooks/coverage');
    expect(screen.getByRole('tab', { name: 'Runbooks' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('offers to the old system what the new one mounts', () => {
    expect(Object.keys(legacy).sort()).toEqual([
      'EntityRunbookLink',
      'EntityRunbooksCard',
      'EntityRunbooksContent',
      'GroupRunbooksCard',
      'HomeRunbooksCard',
      'RunbookCard',
      'RunbooksPage',
      'runbooksPlugin',
    ]);
  });
});
