import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { readNamedRunbooks } from './readNamedRunbooks';
import { readRunbookAddress } from './readRunbookAddress';
import { titleOfAddress } from './titleOfAddress';

const portalUrl = 'https://portal.example.com/backstage';

describe('readRunbookAddress', () => {
  it.each([
    ['https://Wiki.Example.com:443/a/', 'https://wiki.example.com/a'],
    ['http://wiki.example.com:80', 'http://wiki.example.com'],
    ['  https://wiki.example.com/a#b ', 'https://wiki.example.com/a#b'],
    ['https://wiki.example.com/a#', 'https://wiki.example.com/a'],
    ['https://me:secret@wiki.example.com/a', 'https://wiki.example.com/a'],
    ['https://wiki.example.com/A?page=1', 'https://wiki.example.com/A?page=1'],
  ])('reads %s', (text, key) => {
    expect(readRunbookAddress(text)?.key).toBe(key);
    expect(readRunbookAddress(text)?.url).not.toContain('secret');
  });

  it.each([
    ['runbooks/disk.md'],
    ['/runbooks/disk'],
    ['https://'],
    ['https:///disk'],
    ['https://{{ $externalURL }}/disk'],
    ['${BASE}/disk'],
    ['https://wiki.example.com/<no value>'],
    ['https://wiki.example.com/%!s(<nil>)'],
    ['ftp://wiki.example.com/disk'],
    ['data:text/html,disk'],
    [''],
  ])('takes %p for no address', text => {
    expect(readRunbookAddress(text, { portalUrl })).toBeUndefined();
  });

  it('knows documentation of the portal by its entity', () => {
    const key = 'techdocs:component:default/checkout/runbooks/disk#meaning';
    for (const text of [
      `${portalUrl}/docs/default/Component/checkout/runbooks/disk/#meaning`,
      '/docs/default/component/checkout/runbooks/disk/index.html#meaning',
    ]) {
      expect(readRunbookAddress(text, { portalUrl })).toEqual({
        key,
        techdocs: {
          entityRef: 'component:default/checkout',
          path: 'runbooks/disk#meaning',
        },
        url: `${portalUrl}/docs/default/component/checkout/runbooks/disk#meaning`,
      });
    }
  });

  it('reads what it answers as the same again', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        text => {
          const address = readRunbookAddress(text)!;
          expect(readRunbookAddress(address.url!)).toEqual(address);
          expect(readRunbookAddress(address.key)?.key).toBe(address.key);
        },
      ),
    );
  });
});

describe('titleOfAddress', () => {
  it.each([
    ['https://wiki.example.com/ops/disk-full.md', 'Disk full'],
    ['https://wiki.example.com/ops/disk_full/index.html', 'Disk full'],
    [
      'https://wiki.example.com/all.md#KubePodCrashLooping',
      'KubePodCrashLooping',
    ],
    ['https://wiki.example.com/', 'Wiki.example.com'],
    ['https://wiki.example.com/%E0%A4%A', '%E0%A4%A'],
  ])('makes of %s the title %s', (key, title) => {
    expect(titleOfAddress({ key })).toBe(title);
  });
});

describe('readNamedRunbooks', () => {
  it('reads links, the annotation and what alerts tell, each once', () => {
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'checkout',
        annotations: {
          'fairlead.dev/runbook-url':
            'https://wiki.example.com/a,https://wiki.example.com/b?x=1,2 https://wiki.example.com/a/',
        },
        links: [
          { url: 'https://wiki.example.com/a', type: 'Runbook', title: 'A' },
          { url: 'https://wiki.example.com/c', type: 'dashboard' },
        ],
      },
    };
    expect(
      readNamedRunbooks(entity, {
        toldUrls: ['https://wiki.example.com/a', '/half'],
      }).map(({ address, origin, title }) => [origin, address.key, title]),
    ).toEqual([
      ['annotation', 'https://wiki.example.com/a', undefined],
      ['annotation', 'https://wiki.example.com/b?x=1,2', undefined],
      ['link', 'https://wiki.example.com/a', 'A'],
      ['alert', 'https://wiki.example.com/a', undefined],
    ]);
  });
});
