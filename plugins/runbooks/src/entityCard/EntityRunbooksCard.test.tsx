import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import {
  AlertRow,
  EntityRunbooks,
} from '@fairlead/backstage-plugin-runbooks-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  BROKEN,
  COMPONENT,
  COMPONENT_REF,
  coverage,
  entityRunbooks,
  firing,
  GROUP,
  NEVER_VERIFIED,
  nothing,
  runbook,
  UNCOVERED,
} from '../__fixtures__';
import { mockRunbooksApi } from '../__testUtils__/mockRunbooksApi';
import { entityRunbooksCard } from '../extensions/entityCards';
import { runbooksPage } from '../extensions/pages';

function renderCard(
  answer: () => Promise<EntityRunbooks>,
  options: {
    entity?: typeof COMPONENT | typeof GROUP;
    uncovered?: AlertRow[];
  } = {},
) {
  const { entity = COMPONENT, uncovered = [] } = options;
  const api = mockRunbooksApi({
    getEntityRunbooks: jest.fn(answer),
    getCoverage: async () => ({
      coverage: coverage(),
      items: uncovered,
      totalItems: uncovered.length,
    }),
  });
  const page = renderTestApp({
    apis: [api, mockApis.permission()],
    extensions: [
      createTestEntityPage({ entity }),
      entityRunbooksCard,
      runbooksPage,
    ],
  });
  return { api, page };
}

describe('entity card', () => {
  beforeEach(() => {
    fakeNow();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('says first what fires, with its runbook and a start in one click', async () => {
    renderCard(async () => entityRunbooks());
    const list = await screen.findByRole('list', { name: 'Fires now' });
    expect(list).toHaveTextContent(
      /HighLatency\S* has been firing for \S*14 minutes/,
    );
    expect(
      within(list).getByRole('button', { name: /^Open the runbook of/ }),
    ).toHaveAttribute(
      'href',
      `/runbooks/high-latency?alert=HighLatency&entity=${encodeURIComponent(
        COMPONENT_REF,
      )}`,
    );
    expect(
      within(list).getByRole('button', { name: 'Start: High latency' }),
    ).toBeEnabled();
  });

  it('goes on with a use that is under way', async () => {
    renderCard(async () =>
      entityRunbooks({ firing: [firing({ useId: 'use-1' })] }),
    );
    expect(
      await screen.findByRole('button', { name: 'Continue: High latency' }),
    ).toHaveAttribute('href', expect.stringContaining('use=use-1'));
  });

  it('leads from an alert without a runbook to what to do', async () => {
    renderCard(async () => entityRunbooks({ firing: [UNCOVERED] }));
    expect(
      await screen.findByRole('button', {
        name: /What to do about .*QueueStuck/,
      }),
    ).toHaveAttribute('href', expect.stringContaining('/runbooks/for?'));
  });

  it('tells three alerts, and how many more fire', async () => {
    renderCard(async () =>
      entityRunbooks({
        firing: Array.from({ length: 200 }, (_, i) =>
          firing({ alert: `Alert${i}` }),
        ),
      }),
    );
    const list = await screen.findByRole('list', { name: 'Fires now' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByText('197 more alerts fire')).toBeVisible();
  });

  it.each([
    [
      'all well',
      [runbook(), runbook({ id: 'b' })],
      /^All 2 runbooks would hold tonight$/,
    ],
    ['one alone', [runbook()], /^The one runbook would hold tonight$/],
    [
      'one of two',
      [runbook(), NEVER_VERIFIED],
      /^\S*1\S* of 2 runbooks would hold tonight\S*; \S*Checkout database\S*: \S*Never verified/,
    ],
    [
      'the broken one first',
      [runbook(), NEVER_VERIFIED, BROKEN],
      /^\S*1\S* of 3 runbooks .*; \S*Disk full\S*: \S*Not reachable/,
    ],
    [
      'nothing known',
      [NEVER_VERIFIED],
      /Nobody knows that the one runbook would hold tonight/,
    ],
  ])('says in one sentence of %s', async (_, runbooks, sentence) => {
    renderCard(async () => entityRunbooks({ runbooks, firing: [] }));
    expect(await screen.findByText(sentence, { selector: 'p' })).toBeVisible();
  });

  it('shows five runbooks, troubled first, each with what is wrong', async () => {
    renderCard(async () =>
      entityRunbooks({
        runbooks: [
          ...Array.from({ length: 5 }, (_, i) => runbook({ id: `r${i}` })),
          BROKEN,
        ],
      }),
    );
    const list = await screen.findByRole('list', { name: 'Its runbooks' });
    const [first] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('Disk full');
    expect(within(first).getByText('Not reachable')).toBeVisible();
    expect(within(list).getAllByRole('link')).toHaveLength(6);
    expect(within(list).getByText('and 1 more')).toBeVisible();
  });

  it('never calls good what is not known', async () => {
    renderCard(async () => entityRunbooks({ runbooks: [NEVER_VERIFIED] }));
    expect(await screen.findByText('Never verified')).toBeVisible();
    expect(screen.queryByText('Would hold tonight')).not.toBeInTheDocument();
  });

  it.each([
    [
      coverage(),
      /7\S* of 9 alerts that fired have a runbook, 1 that may page has none/,
    ],
    [
      coverage({
        covered: 9,
        ratio: 1,
        night: { fired: 4, covered: 4, ratio: 1 },
      }),
      /All 9 alerts that fired in \S*90\S* days have a runbook/,
    ],
    [
      coverage({
        fired: 0,
        covered: 0,
        ratio: null,
        night: { fired: 0, covered: 0, ratio: null },
      }),
      /No alert fired in 90 days/,
    ],
  ])('says coverage in words', async (answer, words) => {
    renderCard(async () => entityRunbooks({ coverage: answer }));
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('offers a draft for what fired most where there is no runbook', async () => {
    const row = { entityRef: COMPONENT_REF, firesNow: false, mayPage: true };
    renderCard(
      async () => nothing({ coverage: coverage({ covered: 0, ratio: 0 }) }),
      {
        uncovered: [
          { ...row, alert: 'Rare', firings: 1 },
          { ...row, alert: 'Often', firings: 12 },
        ],
      },
    );
    expect(
      await screen.findByRole('button', { name: /^Draft one for .*Often/ }),
    ).toHaveAttribute(
      'href',
      `/runbooks/for?alert=Often&entity=${encodeURIComponent(COMPONENT_REF)}`,
    );
  });

  it('tells the line for the catalog file, and where that is edited', async () => {
    renderCard(async () => nothing());
    expect(
      await screen.findByText(/^fairlead\.dev\/runbook-url: https:\/\//),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /^Edit the catalog file/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/checkout-web/edit/main/catalog-info.yaml',
    );
  });

  it('keeps names of others apart from the words around them', async () => {
    renderCard(async () =>
      entityRunbooks({
        firing: [],
        runbooks: [runbook({ title: 'تأخر كبير' })],
      }),
    );
    expect((await screen.findByText('تأخر كبير')).tagName).toBe('BDI');
  });

  it('says in words that permission lacks', async () => {
    const error = await refusal(403);
    renderCard(async () => {
      throw error;
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('shows an error and tries again when asked', async () => {
    const error = await refusal(500);
    const answer = jest
      .fn(async () => entityRunbooks())
      .mockRejectedValueOnce(error);
    renderCard(answer);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Fires now' }),
    ).toBeVisible();
    expect(answer).toHaveBeenCalledTimes(2);
  });

  it('stays away from groups', async () => {
    const { api } = renderCard(async () => entityRunbooks(), {
      entity: GROUP,
    });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
    expect(api.getEntityRunbooks).not.toHaveBeenCalled();
  });

  it.each([
    ['with runbooks', entityRunbooks(), 'Never verified'],
    ['without', nothing(), 'No runbook yet'],
  ])('has no accessibility violations %s', async (_, response, text) => {
    const { page } = renderCard(async () => response);
    await screen.findByText(text);
    // The heading of the card is the catalog's, and so is its place among the headings of the page.
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(page.container, { rules })).toHaveNoViolations();
  });
});
