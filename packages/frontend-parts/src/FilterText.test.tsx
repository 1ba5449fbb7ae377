import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { FilterText } from './FilterText';

const seen = jest.fn();

const Filter = () => {
  const [value, setValue] = useState<string>();
  return (
    <>
      <FilterText
        label="Name"
        value={value}
        onChange={next => {
          seen(next);
          setValue(next);
        }}
      />
      <button onClick={() => setValue(undefined)}>Clear</button>
    </>
  );
};

describe('a text to look for', () => {
  beforeEach(() => seen.mockClear());

  it('is handed on once, when typing pauses', async () => {
    await renderInTestApp(<Filter />);
    await userEvent.type(screen.getByLabelText('Name'), 'rye');
    await waitFor(() => expect(seen).toHaveBeenCalled());
    expect(seen.mock.calls).toEqual([['rye']]);
  });

  it('follows what is set from outside', async () => {
    await renderInTestApp(<Filter />);
    await userEvent.type(screen.getByLabelText('Name'), 'rye');
    await waitFor(() => expect(seen).toHaveBeenCalledWith('rye'));
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByLabelText('Name')).toHaveValue('');
  });
});
