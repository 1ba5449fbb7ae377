import { Entity } from '@backstage/catalog-model';
import { findFirstSteps, whomToAsk } from '.';

const service = (
  annotations: Record<string, string>,
  links: Entity['metadata']['links'] = [],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', annotations, links },
});

describe('help', () => {
  const asked = {
    askerRef: 'user:default/ann',
    buddyRef: 'user:default/bo',
    buddyState: 'accepted',
    ownerRef: 'group:default/it',
  } as const;

  it('is asked of the buddy who agreed, else of the owner, and never of oneself', () => {
    expect(whomToAsk(asked)).toBe('user:default/bo');
    expect(whomToAsk({ ...asked, buddyState: 'proposed' })).toBe(
      'group:default/it',
    );
    expect(whomToAsk({ ...asked, askerRef: 'user:default/bo' })).toBe(
      'group:default/it',
    );
  });

  it('is to read, run and try what the catalog names', () => {
    const runbook: Entity = {
      apiVersion: 'fairlead.dev/v1alpha1',
      kind: 'Runbook',
      metadata: { name: 'disk', title: 'Disk full' },
    };
    const entity = service(
      {
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/source-location': 'url:https://github.com/acme/cart/',
      },
      [
        { url: 'https://run.example.com', title: 'Run it', type: 'run' },
        { url: 'https://docs.example.com', type: 'docs' },
        { url: 'ftp://docs.example.com', type: 'docs' },
      ],
    );
    expect(findFirstSteps(entity, [runbook])).toEqual({
      read: [
        { title: 'Documentation', url: '/docs/default/component/cart' },
        { title: 'Documentation', url: 'https://docs.example.com/' },
        { title: 'Disk full', url: '/catalog/default/runbook/disk' },
      ],
      run: [{ title: 'Run it', url: 'https://run.example.com/' }],
      firstTry: [
        {
          title: 'Good first issues',
          url: 'https://github.com/acme/cart/issues?q=is%3Aopen+is%3Aissue+label%3A%22good+first+issue%22',
        },
      ],
    });
  });

  it('is nothing where the catalog names nothing', () => {
    expect(findFirstSteps(service({}), [])).toEqual({
      read: [],
      run: [],
      firstTry: [],
    });
    const { run, firstTry } = findFirstSteps(
      service({
        'backstage.io/source-location':
          'url:https://gitlab.example.com/a/b/c/-/tree/main/',
      }),
      [],
    );
    expect(run).toHaveLength(1);
    expect(firstTry[0].url).toBe(
      'https://gitlab.example.com/a/b/c/-/issues?state=opened&label_name%5B%5D=good+first+issue',
    );
  });
});
