import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FilterSelect } from './FilterSelect';

const BREADS = [
  { value: 'rye', label: 'Rye' },
  { value: 'oat', label: 'Oat' },
];

async function show(value: string | undefined) {
  const onChange = jest.fn();
  await renderInTestApp(
    <FilterSelect
      label="Bread"
      any="Any"
      value={value}
      options={BREADS}
      onChange={onChange}
    />,
  );
  return onChange;
}

describe('a choice of one value or any', () => {
  it('hands on what is chosen', async () => {
    const onChange = await show(undefined);
    await userEvent.selectOptions(screen.getByLabelText('Bread'), 'Oat');
    expect(onChange).toHaveBeenCalledWith('oat');
  });

  it('hands on nothing where any value will do', async () => {
    const onChange = await show('rye');
    await userEvent.selectOptions(screen.getByLabelText('Bread'), 'Any');
    expect(onChange).toHaveBeenCalledWith(undefined);
  });

  it('shows a value that is not among its options', async () => {
    await show('spelt');
    expect(screen.getByLabelText('Bread')).toHaveDisplayValue('spelt');
  });
});
