import { JsonValue } from '@backstage/types';
import { PROJECT } from '../__testUtils__/events';
import { STORY_EVENTS } from '../__testUtils__/story';
import { createGitlabSource } from './createGitlabSource';

const source = createGitlabSource({ options: { incidentLabels: [] } });
const repositoryOf = (payload: unknown) =>
  source.repositoryOf?.(payload as JsonValue);

const named = { id: 'gitlab.com/30', name: 'acme/tools/shop' };

describe('the project that an event of GitLab is about', () => {
  it('is told by its id on its server', () => {
    for (const event of STORY_EVENTS) {
      expect(repositoryOf(event)).toEqual(named);
    }
    const project = { ...PROJECT, web_url: 'https://git.acme.com/a/b' };
    expect(repositoryOf({ project })?.id).toBe('git.acme.com/30');
  });

  it.each(['project_rename', 'project_transfer'])(
    'says what it was called before: %s',
    event_name => {
      const payload = {
        event_name,
        created_at: '2026-03-01T10:00:00Z',
        updated_at: '2026-03-02T10:00:00Z',
        name: 'Shop',
        path: 'shop',
        path_with_namespace: 'acme/tools/shop',
        project_id: 30,
        old_path_with_namespace: 'acme/shop-old',
      };
      expect(repositoryOf(payload)).toEqual({
        id: '30',
        name: 'acme/tools/shop',
        formerNames: ['acme/shop-old'],
        at: '2026-03-02T10:00:00.000Z',
      });
      expect(source.typeOf(payload, {})).toBe(event_name);
      const delivery = { type: event_name, payload, receivedAt: '' };
      expect(source.read(delivery, { person: () => '' })).toEqual([]);
    },
  );

  it('is told by events about projects that say no former name', () => {
    expect(
      repositoryOf({
        event_name: 'project_update',
        path_with_namespace: 'acme/tools/shop',
        project_id: 30,
      }),
    ).toEqual({ id: '30', name: 'acme/tools/shop' });
  });

  it.each([
    [null],
    ['text'],
    [{}],
    [{ project: { path_with_namespace: 'acme/shop' } }],
    [{ project: 'acme/shop', project_id: 30 }],
    [{ event_name: 'group_rename', group_id: 5, full_path: 'acme' }],
  ])('is not known of %j', payload => {
    expect(repositoryOf(payload)).toBeUndefined();
  });
});
