import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { ScorecardsApi } from '../../api';
import { ScmError } from '../../fixes/scm';
import { createExampleApi, DEFINITION } from '../__fixtures__';
import { renderPortal } from '../__testUtils__/renderPortal';
import { definitionYaml } from '../definition';

const REF = 'scorecard:default/production-readiness';
const PATH = `/playground?scorecard=${REF}`;
const DRAFT = `fairlead.scorecards.playground:${REF}`;
const LIVE = definitionYaml(DEFINITION);

const editor = () =>
  screen.findByRole('textbox', { name: 'Scorecard as YAML' });

/** Begins with a text that somebody typed before. */
function startWith(text: string) {
  window.sessionStorage.setItem(DRAFT, text);
}

beforeAll(() => {
  // The editor measures text, which nothing does here.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
afterEach(() => {
  window.sessionStorage.clear();
  jest.restoreAllMocks();
});

describe('Playground', () => {
  it('starts from the scorecard in the address and finds that nothing changes', async () => {
    const { container } = renderPortal(PATH);
    expect(await editor()).toHaveTextContent('name: production-readiness');
    expect(
      await screen.findByText('12 entities: no level changes'),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says in a sentence who would lose and gain which level', async () => {
    startWith(LIVE.replace('$lte: 10m', '$lte: 4m'));
    renderPortal(PATH, { entities: 200 });
    expect(
      await screen.findByText(
        /^200 entities: \d+ loses? gold, \d+ loses? silver$/,
      ),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: /before and after/ });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(['Level', 'Before', 'After', 'Difference']);
  });

  it('opens an entity check by check, with the reasons', async () => {
    startWith(LIVE.replace('$lte: 10m', '$lte: 4m'));
    renderPortal(PATH, { entities: 200 });
    await screen.findByText(/^200 entities/);
    const [first] = screen.getAllByRole('button', { expanded: false });
    await userEvent.click(first);
    const item = first.closest('li')!;
    expect(item).toHaveTextContent('Builds answer within ten minutes');
    expect(item).toHaveTextContent('the rule wants at most 4 min');
  });

  it('loads more entities on demand', async () => {
    renderPortal(PATH, { entities: 70 });
    await screen.findByText('70 entities: no level changes');
    // Asking for roles is slow in a list this long.
    const count = () => document.querySelectorAll('li [aria-expanded]').length;
    expect(count()).toBe(50);
    await userEvent.click(screen.getByText('Load more'));
    await waitFor(() => expect(count()).toBe(70));
    expect(screen.queryByText('Load more')).not.toBeInTheDocument();
  });

  it('lists what is wrong with its line, asks for no effect, and keeps the text', async () => {
    const preview = jest.fn();
    const broken = LIVE.replace('level: silver', 'level: platinum').replace(
      'facts.ownership.ownerHasMembers',
      'facts.ownership.ownerHasMember',
    );
    startWith(broken);
    renderPortal(PATH, { api: { preview } });
    expect(await screen.findByText('2 problems')).toBeInTheDocument();
    expect(
      screen.getByText(/ownership\.ownerHasMembers/, { selector: 'li' }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /^Line \d+$/ })).toHaveLength(
      2,
    );
    expect(
      screen.getByText(
        'The text has 2 problems. Mend them to see what would change.',
      ),
    ).toBeInTheDocument();
    expect(await editor()).toHaveTextContent('level: platinum');
    expect(preview).not.toHaveBeenCalled();
  });

  it('shows problems that only the server finds', async () => {
    renderPortal(PATH, {
      api: {
        preview: async () => ({
          problems: [{ path: 'spec.owner', message: 'no such group' }],
          totals: { before: null, after: {} },
          entities: [],
        }),
      },
    });
    expect(
      await screen.findByText(/no such group/, { selector: 'li' }),
    ).toHaveTextContent('Line 8 spec.owner no such group');
  });

  it.each([
    [403, /needs the permission “scorecards.scorecard.preview”/],
    [500, /The effect could not be computed/],
  ])('keeps the text when the preview answers %s', async (status, message) => {
    startWith(`${LIVE}# my own words\n`);
    renderPortal(PATH, {
      api: {
        preview: async () => {
          throw await refusal(status);
        },
      },
    });
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(window.sessionStorage.getItem(DRAFT)).toContain('# my own words');
  });

  it('keeps a draft when the scorecard itself does not load', async () => {
    startWith(`${LIVE}# my own words\n`);
    renderPortal(PATH, {
      api: {
        getScorecard: async () => {
          throw await refusal(500, { name: 'Error', message: 'down' });
        },
      },
    });
    expect(
      await screen.findByText(/you see the text as you left it/),
    ).toBeInTheDocument();
    expect(await editor()).toBeInTheDocument();
  });

  it('compares the text with the live version, line by line', async () => {
    startWith(LIVE.replace('$lte: 10m', '$lte: 4m'));
    const { container } = renderPortal(PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Changes to the text' }),
    );
    expect(screen.getByText('Changes against version 3')).toBeInTheDocument();
    const row = (sign: string) =>
      screen.getByRole('img', { name: sign }).closest('tr');
    expect(row('removed')).toHaveTextContent('$lte: 10m');
    expect(row('added')).toHaveTextContent('$lte: 4m');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('discards the draft for the live version', async () => {
    startWith(LIVE.replace('$lte: 10m', '$lte: 4m'));
    renderPortal(PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Discard my changes' }),
    );
    expect(
      await screen.findByText('12 entities: no level changes'),
    ).toBeInTheDocument();
    expect(window.sessionStorage.getItem(DRAFT)).toBeNull();
  });

  it('suggests what a valid text had better not say, and leads to its line', async () => {
    startWith(
      LIVE.replace('{ $lte: 10m }', '{ $exists: true }').replace(
        '$lte: 10m',
        '$exists: true',
      ),
    );
    renderPortal(PATH);
    expect(await screen.findByText('1 suggestion')).toBeInTheDocument();
    expect(
      screen.getByText(/nothing can fail/, { selector: 'li' }),
    ).toHaveTextContent(/^Line \d+ spec\.checks\[\d\]\.rule/);
  });

  describe('with a file at a host', () => {
    const FILE = 'https://github.com/acme/scorecards/blob/main/readiness.yaml';
    const fromFile: Partial<ScorecardsApi> = {
      getScorecard: async ref => {
        const found = await createExampleApi({
          entities: 12,
          now: Date.now(),
        }).getScorecard(ref);
        const { definition } = found;
        const annotations = {
          'backstage.io/managed-by-location': `url:${FILE}`,
        };
        const metadata = { ...definition.metadata, annotations };
        return { ...found, definition: { ...definition, metadata } };
      },
    };
    const scm = (text: string) => ({
      findHost: () => ({ title: 'github.com' }),
      readFile: jest.fn(async () => text),
      openPullRequest: jest.fn(async () => ({
        url: 'https://github.com/acme/scorecards/pull/3',
        name: '#3',
        isNew: true,
      })),
    });
    const openDialog = async () =>
      userEvent.click(
        await screen.findByRole('button', { name: 'Open a pull request…' }),
      );

    it('ends in a pull request against the file that the scorecard comes from', async () => {
      startWith(LIVE.replace('$lte: 10m', '$lte: 4m'));
      const file = `# Ours.\n${LIVE}`;
      const hosts = scm(file);
      renderPortal(PATH, { api: fromFile, scm: hosts });
      await openDialog();
      const dialog = await screen.findByRole('dialog');
      const send = within(dialog).getByRole('button', {
        name: 'Open a pull request',
      });
      await waitFor(() => expect(send).toBeEnabled());
      expect(dialog).toHaveTextContent('$lte: 4m');
      expect(await axe(dialog)).toHaveNoViolations();
      await userEvent.click(send);
      expect(
        await within(dialog).findByRole('link', { name: /#3 is open/ }),
      ).toHaveAttribute('href', 'https://github.com/acme/scorecards/pull/3');
      expect(hosts.readFile).toHaveBeenCalledWith(FILE);
      expect(hosts.openPullRequest).toHaveBeenCalledWith(
        expect.objectContaining({
          file: FILE,
          before: file,
          after: file.replace('$lte: 10m', '$lte: 4m'),
          title: 'Change the scorecard Production readiness',
        }),
      );
    });

    it('says what to do where the host does not answer with the file', async () => {
      startWith(LIVE.replace('$lte: 10m', '$lte: 4m'));
      const hosts = scm('');
      hosts.readFile.mockRejectedValue(new ScmError('forbidden', 'no'));
      renderPortal(PATH, { api: fromFile, scm: hosts });
      await openDialog();
      expect(
        await screen.findByText(/Your login may not write to this repository/),
      ).toBeInTheDocument();
    });

    it('proposes nothing while nothing has changed', async () => {
      renderPortal(PATH, { api: fromFile, scm: scm(LIVE) });
      expect(
        await screen.findByRole('button', { name: 'Open a pull request…' }),
      ).toBeDisabled();
    });
  });

  it('begins with a template that has no problems, as a new scorecard', async () => {
    const api = createExampleApi({ entities: 12, now: Date.now() });
    const preview = jest.fn(api.preview);
    renderPortal('/playground', { api: { preview } });
    expect(
      await screen.findByText('12 entities: new scorecard'),
    ).toBeInTheDocument();
    expect(preview.mock.calls[0][0].signal).toBeInstanceOf(AbortSignal);
  });
});
