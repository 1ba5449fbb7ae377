import { renderInTestApp } from '@backstage/frontend-test-utils';
import { MockEntityListContextProvider } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { COMPONENT, row, SCORECARD } from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { ScorecardsApi } from '../api';
import {
  EntityScorecardLevelFilter,
  MOST_NAMES_ASKED_FOR,
} from './EntityScorecardLevelFilter';
import { EntityScorecardLevelPicker } from './EntityScorecardLevelPicker';

const refs = (count: number) =>
  Array.from({ length: count }, (_, i) => `component:default/c${i}`);

describe('level filter', () => {
  it('lets the catalog do it while the names fit into a request', () => {
    const filter = new EntityScorecardLevelFilter(['v'], refs(2));
    expect(filter.getCatalogFilters()).toEqual({
      'metadata.name': ['c0', 'c1'],
    });
    expect(filter.toQueryValue()).toEqual(['v']);
  });

  it('filters each page as it comes when there are too many names', () => {
    const filter = new EntityScorecardLevelFilter(
      ['v'],
      refs(MOST_NAMES_ASKED_FOR + 1),
    );
    expect(filter.getCatalogFilters()).toEqual({});
  });

  it('lets nothing through when nobody stands at the level', () => {
    const filter = new EntityScorecardLevelFilter(['v'], []);
    expect(filter.getCatalogFilters()).toEqual({ 'metadata.name': [''] });
    expect(filter.filterEntity(COMPONENT)).toBe(false);
  });

  it('tells entities of the same name in two namespaces apart', () => {
    const filter = new EntityScorecardLevelFilter(
      ['v'],
      ['component:other/checkout-web'],
    );
    expect(filter.filterEntity(COMPONENT)).toBe(false);
    expect(
      filter.filterEntity({
        ...COMPONENT,
        metadata: { ...COMPONENT.metadata, namespace: 'other' },
      }),
    ).toBe(true);
  });
});

describe('level picker', () => {
  const renderPicker = async (options: {
    list: ScorecardsApi['listScorecardEntities'];
    queryParameters?: Record<string, string[]>;
  }) => {
    const updateFilters = jest.fn();
    const api = mockScorecardsApi({
      listScorecards: async () => ({ items: [SCORECARD], totalItems: 1 }),
      listScorecardEntities: jest.fn(options.list),
    });
    await renderInTestApp(
      <MockEntityListContextProvider
        value={{
          updateFilters,
          queryParameters: options.queryParameters ?? {},
        }}
      >
        <EntityScorecardLevelPicker />
      </MockEntityListContextProvider>,
      { apis: [api] },
    );
    const lastFilter = (): EntityScorecardLevelFilter | undefined =>
      updateFilters.mock.lastCall?.[0].scorecardLevel;
    return { api, lastFilter };
  };

  it('asks for all pages of the level chosen', async () => {
    const { lastFilter, api } = await renderPicker({
      list: async (_ref, query) => ({
        items: [row(query?.cursor ? 'second' : 'first')],
        totalItems: 2,
        checkIds: [],
        ...(!query?.cursor && { nextCursor: 'more' }),
      }),
    });
    await userEvent.click(await screen.findByRole('textbox'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Silver' }),
    );
    await waitFor(() =>
      expect(lastFilter()?.getCatalogFilters()).toEqual({
        'metadata.name': ['first', 'second'],
      }),
    );
    expect(lastFilter()?.toQueryValue()).toEqual([
      'default/production-readiness/silver',
    ]);
    expect(api.listScorecardEntities).toHaveBeenCalledWith(
      'scorecard:default/production-readiness',
      expect.objectContaining({ level: 'silver' }),
    );
  });

  it('starts from what the URL says', async () => {
    const { lastFilter } = await renderPicker({
      queryParameters: {
        scorecardLevel: ['default/production-readiness/none', 'nonsense'],
      },
      list: async (_ref, query) => ({
        items: [row(`at-${query?.level}`)],
        totalItems: 1,
        checkIds: [],
      }),
    });
    await waitFor(() =>
      expect(lastFilter()?.getCatalogFilters()).toEqual({
        'metadata.name': ['at-none'],
      }),
    );
    expect(
      await screen.findByText('Production readiness: No level yet'),
    ).toBeVisible();
  });
});
