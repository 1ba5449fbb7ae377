import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { incidentDetail } from '../../__fixtures__';
import { renderRunbooks } from '../../__testUtils__/renderRunbooks';
import { RunbooksApi } from '../../api';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

const ID = 'pagerduty:incident/Q1';

async function renderIncident(
  incident: IncidentDetail | Error = incidentDetail(),
  api: Partial<RunbooksApi> = {},
) {
  const calls = {
    tellMoment: jest.fn(async () => {}),
    writeReview: jest.fn(async () => {}),
    linkChange: jest.fn(async () => {}),
    addFollowUp: jest.fn(async () => {}),
    changeFollowUp: jest.fn(async () => {}),
    getIncident: jest.fn(async () => {
      if (incident instanceof Error) {
        throw incident;
      }
      return incident;
    }),
    ...api,
  };
  const { container } = renderRunbooks(
    `/incidents/${encodeURIComponent(ID)}`,
    calls,
  );
  if (!(incident instanceof Error)) {
    await screen.findByRole('heading', { level: 1, name: incident.title });
  }
  return { ...calls, container };
}

const type = async (label: string, text: string) =>
  userEvent.type(screen.getByLabelText(label), text);
const press = async (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('an incident', () => {
  it('is read by its key and says what happened, to what and for how long', async () => {
    const { container, getIncident } = await renderIncident();
    expect(getIncident).toHaveBeenCalledWith(ID);
    expect(screen.getByText('Resolved after 1 h')).toBeVisible();
    expect(screen.getByText(/found by an alert/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: /See it where it was told/ }),
    ).toHaveAttribute('href', 'https://acme.pagerduty.com/incidents/Q1');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of a stage that was not told why, and takes it from people', async () => {
    const { tellMoment } = await renderIncident();
    const stages = screen.getByRole('list', { name: /Stages of/ });
    const mitigation = within(stages).getAllByRole('listitem')[2];
    expect(mitigation).toHaveTextContent('not told');
    expect(mitigation).toHaveTextContent(
      'No source told when it was mitigated.',
    );
    await press('Mitigated now');
    expect(tellMoment).toHaveBeenCalledWith(ID, { moment: 'mitigated' });
  });

  it('takes a moment that is past', async () => {
    const { tellMoment } = await renderIncident();
    await press('Mitigated at another time');
    const field = screen.getByLabelText(/Date and time/);
    await userEvent.clear(field);
    await userEvent.type(field, '2026-11-12T09:40');
    await press('Save');
    expect(tellMoment).toHaveBeenCalledWith(ID, {
      moment: 'mitigated',
      at: new Date('2026-11-12T09:40').toISOString(),
    });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('takes when it began, which no source tells', async () => {
    const { tellMoment } = await renderIncident();
    await press('Tell when it began');
    const field = screen.getByLabelText(/Date and time/);
    await userEvent.clear(field);
    await userEvent.type(field, '2026-11-12T08:40');
    await press('Save');
    expect(tellMoment).toHaveBeenCalledWith(ID, {
      moment: 'started',
      at: new Date('2026-11-12T08:40').toISOString(),
    });
  });

  it('takes no moment that is to come', async () => {
    const { tellMoment } = await renderIncident();
    await press('Mitigated at another time');
    const field = screen.getByLabelText(/Date and time/);
    await userEvent.clear(field);
    await userEvent.type(field, '2027-01-01T09:40');
    await press('Save');
    expect(screen.getByText('Give a time that is not to come.')).toBeVisible();
    expect(tellMoment).not.toHaveBeenCalled();
  });

  it('lets the review begin with the template, saves a draft and publishes', async () => {
    const { writeReview } = await renderIncident();
    await press('Begin the review');
    const editor = screen.getByLabelText('Review, in Markdown');
    expect(editor).toHaveValue('## What happened\n\n## What we change\n');
    await userEvent.type(editor, 'A limit.');
    await press('Save the draft');
    expect(writeReview).toHaveBeenCalledWith(ID, {
      text: '## What happened\n\n## What we change\nA limit.',
    });
    await waitFor(() => expect(editor).not.toBeInTheDocument());
    await press('Begin the review');
    await press('Publish');
    expect(writeReview).toHaveBeenLastCalledWith(
      ID,
      expect.objectContaining({ publish: true }),
    );
  });

  it('shows a way out that loses nothing where somebody else wrote meanwhile', async () => {
    const conflict = await refusal(409, {
      name: 'ConflictError',
      message: 'Somebody wrote it since',
    });
    const before = incidentDetail({
      review: { text: 'Before', revision: 1 },
    });
    const getIncident = jest
      .fn(async () =>
        incidentDetail({ review: { text: 'Theirs', revision: 2 } }),
      )
      .mockResolvedValueOnce(before);
    const writeReview = jest.fn().mockRejectedValueOnce(conflict);
    await renderIncident(before, { getIncident, writeReview });
    await press('Edit the review');
    await type('Review, in Markdown', ', mine');
    await press('Save the draft');
    const alert = await screen.findByText(/Somebody else has saved the review/);
    expect(alert).toBeVisible();
    expect(screen.getByLabelText('Review, in Markdown')).toHaveValue(
      'Before, mine',
    );
    await press('Load theirs');
    await waitFor(() =>
      expect(screen.getByLabelText('Review, in Markdown')).toHaveValue(
        'Theirs',
      ),
    );
    await press('Save the draft');
    expect(writeReview).toHaveBeenLastCalledWith(ID, {
      text: 'Theirs',
      revision: 2,
    });
  });

  it('renders a review without its scripts', async () => {
    await renderIncident(
      incidentDetail({
        review: {
          text: 'A **limit**<script>alert(1)</script> [x](javascript:alert(1))',
          publishedAt: '2026-11-15T09:00:00Z',
        },
      }),
    );
    const review = screen.getByRole('region', { name: 'The review' });
    expect(within(review).getByText('limit').tagName).toBe('STRONG');
    expect(review.querySelector('script, a[href^="javascript"]')).toBeNull();
  });

  it('is closed by a linked change', async () => {
    const { linkChange } = await renderIncident();
    await userEvent.selectOptions(
      screen.getByLabelText('What was changed'),
      'Alert',
    );
    await type('Address of the change', 'not an address');
    await press('Link the change');
    expect(screen.getByText('Give a web address.')).toBeVisible();
    expect(linkChange).not.toHaveBeenCalled();
    await userEvent.clear(screen.getByLabelText('Address of the change'));
    await type('Address of the change', 'https://github.com/acme/x/pull/7');
    await press('Link the change');
    expect(linkChange).toHaveBeenCalledWith(ID, {
      kind: 'alert',
      url: 'https://github.com/acme/x/pull/7',
    });
  });

  it('is closed by a reason why nothing is to change', async () => {
    const { writeReview } = await renderIncident();
    await type('Why nothing is to change', 'the vendor mended it');
    await press('Nothing to change');
    expect(writeReview).toHaveBeenCalledWith(ID, {
      nothingToChange: 'the vendor mended it',
    });
  });

  it('keeps follow-ups, the overdue ones first', async () => {
    const { addFollowUp } = await renderIncident();
    const list = screen.getByRole('region', { name: 'Follow-ups' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('Raise the limitOverduedue Nov 18');
    expect(second).toHaveTextContent('closed where it was told');
    expect(within(second).getByRole('checkbox')).toBeDisabled();
    await type('What to do', 'Write it down');
    await press('Add a follow-up');
    expect(addFollowUp).toHaveBeenCalledWith(ID, { title: 'Write it down' });
  });

  it('ticks a follow-up at once, and takes that back with a message on failure', async () => {
    let refuse: () => void = () => {};
    const error = await refusal(500);
    const changeFollowUp = jest.fn(
      () =>
        new Promise<void>((_resolve, reject) => {
          refuse = () => reject(error);
        }),
    );
    await renderIncident(incidentDetail(), { changeFollowUp });
    const box = screen.getByRole('checkbox', { name: /Raise the limit/ });
    await userEvent.click(box);
    await waitFor(() => expect(box).toBeChecked());
    expect(changeFollowUp).toHaveBeenCalledWith(ID, 'f1', { closed: true });
    refuse();
    await waitFor(() => expect(box).not.toBeChecked());
    expect(
      await screen.findByText(/The follow-up could not be changed/),
    ).toBeInTheDocument();
  });

  it('leads to the incident that came again after this one', async () => {
    await renderIncident(
      incidentDetail({ recurredAs: 'pagerduty:incident/Q9' }),
    );
    expect(
      screen.getByRole('link', { name: 'the incident after' }),
    ).toHaveAttribute('href', '/runbooks/incidents/pagerduty%3Aincident%2FQ9');
  });

  it('shows what happened in a use', async () => {
    const getTimeline = jest.fn(async () => '- 09:12 started');
    await renderIncident(incidentDetail(), { getTimeline });
    expect(
      screen.getByRole('region', { name: 'Runbooks used' }),
    ).toHaveTextContent('helped');
    await press(/Timeline of/);
    expect(
      await within(screen.getByRole('dialog')).findByText('09:12 started'),
    ).toBeVisible();
    expect(getTimeline).toHaveBeenCalledWith('use-1');
  });

  it('says to whoever may not update it why, and offers nothing', async () => {
    await renderIncident(incidentDetail({ mayUpdate: false }));
    expect(
      screen.getByText(/Only the team that owns what it is about/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Mitigated/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /review/i }),
    ).not.toBeInTheDocument();
    expect(screen.queryByLabelText('What to do')).not.toBeInTheDocument();
    for (const box of screen.getAllByRole('checkbox')) {
      expect(box).toBeDisabled();
    }
  });

  it('explains a refusal', async () => {
    await renderIncident(await refusal(403));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
