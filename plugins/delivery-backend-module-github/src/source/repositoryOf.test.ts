import { JsonValue } from '@backstage/types';
import { loadExamples } from '../__testUtils__/examples';
import { createGithubSource } from './createGithubSource';

const source = createGithubSource({ options: { incidentLabels: [] } });
const repositoryOf = (payload: unknown) =>
  source.repositoryOf?.(payload as JsonValue);

const repository = {
  id: 77,
  full_name: 'acme/shop',
  html_url: 'https://github.com/acme/shop',
  updated_at: '2026-03-02T10:00:00Z',
};
const named = { id: 'github.com/77', name: 'acme/shop' };
const at = '2026-03-02T10:00:00.000Z';

describe('the repository that an event of GitHub is about', () => {
  it('is told by its id on its server', () => {
    expect(repositoryOf({ action: 'opened', repository })).toEqual(named);
    const html_url = 'https://ghe.acme.com/acme/shop';
    expect(repositoryOf({ repository: { ...repository, html_url } })).toEqual({
      ...named,
      id: 'ghe.acme.com/77',
    });
    expect(
      repositoryOf({ repository: { id: 77, full_name: 'acme/shop' } }),
    ).toEqual({ ...named, id: '77' });
  });

  it.each([
    [
      'renamed',
      { repository: { name: { from: 'shop-old' } } },
      'acme/shop-old',
    ],
    [
      'transferred',
      { owner: { from: { user: { login: 'mona' } } } },
      'mona/shop',
    ],
    [
      'transferred',
      { owner: { from: { organization: { login: 'tools' } } } },
      'tools/shop',
    ],
  ])('says what it was called before it was %s', (action, changes, former) => {
    expect(repositoryOf({ action, changes, repository })).toEqual({
      ...named,
      formerNames: [former],
      at,
    });
  });

  it('is known of a rename though the header got lost', () => {
    const changes = { repository: { name: { from: 'shop-old' } } };
    const payload = { action: 'renamed', changes, repository };
    expect(source.typeOf(payload, {})).toBe('repository');
    const delivery = { type: 'repository', payload, receivedAt: at };
    expect(source.read(delivery, { person: () => '' })).toEqual([]);
  });

  it.each([
    [null],
    ['text'],
    [[]],
    [{}],
    [{ repository: null }],
    [{ repository: { full_name: 'acme/shop' } }],
    [{ repository: { ...repository, full_name: '' } }],
    [{ action: 'renamed', organization: { login: 'acme' } }],
  ])('is not known of %j', payload => {
    expect(repositoryOf(payload)).toBeUndefined();
  });

  it.each([
    [{ changes: 'text' }],
    [{ changes: { repository: { name: 5 } } }],
    [{ changes: { title: { from: 'Greet' } } }],
  ])('is known whatever else changed: %j', around => {
    expect(repositoryOf({ repository, ...around })).toEqual(named);
  });

  it('is told by every published example that has one', () => {
    const told = loadExamples().filter(({ payload }) => payload.repository?.id);
    expect(told.length).toBeGreaterThan(200);
    for (const { payload } of told) {
      expect(repositoryOf(payload)?.name).toBe(payload.repository.full_name);
    }
    const renamed = told.filter(({ payload }) => payload.action === 'renamed');
    expect(renamed.map(({ payload }) => repositoryOf(payload))).toContainEqual(
      expect.objectContaining({ formerNames: expect.anything() }),
    );
  });
});
