import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { useTranslationRef } from './useTranslationRef';

const bakeryTranslationRef = createTranslationRef({
  id: 'bakery',
  messages: {
    closed: 'The bakery is closed.',
    sold: 'Sold {{amount, number}} of {{name}} today',
    baked: 'Baked by {{baker}} today',
  },
});

function Words(props: { name: string }) {
  const { t } = useTranslationRef(bakeryTranslationRef);
  return (
    <>
      <p>{t('closed')}</p>
      <p>{t('sold', { amount: 1200, name: props.name })}</p>
      <p>{t('baked', { baker: <a href="/baker">{props.name}</a> })}</p>
    </>
  );
}

describe('the texts of a plugin', () => {
  it('are as Backstage gives them', async () => {
    await renderInTestApp(<Words name="rye" />);
    expect(screen.getByText('The bakery is closed.')).toBeVisible();
    expect(screen.getByText('Sold 1,200 of rye today')).toBeVisible();
  });

  it('keep their words in order, whatever direction a name has', async () => {
    await renderInTestApp(<Words name={'rye\u202eeyr'} />);
    expect(
      screen.getByText('Sold 1,200 of \u2068rye\u202eeyr\u202c\u2069 today'),
    ).toBeVisible();
  });

  it('isolate elements too', async () => {
    await renderInTestApp(<Words name="rye" />);
    expect(screen.getByRole('link').closest('bdi')).toHaveTextContent(/^rye$/);
  });
});
