import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { component } from '../__testUtils__/entities';
import { startServices } from '../__testUtils__/startServices';
import { createScannerFactSource } from './scorecardsModuleScanner';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('the example of the README', () => {
  it('stores what the scanner finds, what it does not know and where it fails', async () => {
    const scanner = createServer((request, response) => {
      const answers: Record<string, () => void> = {
        '/findings/ferry': () => response.end('{"critical":2}'),
        '/findings/tug': () => response.writeHead(404).end(),
        '/findings/barge': () => response.writeHead(500).end(),
      };
      answers[request.url ?? '']();
    });
    await new Promise<void>(resolve => {
      scanner.listen(0, '127.0.0.1', resolve);
    });
    const { port } = scanner.address() as AddressInfo;
    const source = createScannerFactSource({
      baseUrl: `http://127.0.0.1:${port}`,
    });
    const { entitySync, facts, runner } = await startServices({
      knex: await databases.init('SQLITE_3'),
      config: { outgoing: { allowPrivateAddresses: true } },
      entities: ['ferry', 'tug', 'barge'].map(name => component(name)),
      sources: [source],
    });
    await entitySync.run();
    await runner.run(source, { signal: new AbortController().signal });

    expect(await facts.list('component:default/ferry')).toMatchObject([
      { id: 'security.findings.critical', value: 2, state: 'ok' },
    ]);
    expect(await facts.list('component:default/tug')).toEqual([]);
    expect(await facts.list('component:default/barge')).toMatchObject([
      { state: 'error', error: 'The scanner answered 500' },
    ]);
    await new Promise(resolve => {
      scanner.close(resolve);
    });
  });

  it('is the one that is tried here', async () => {
    const read = (path: string) =>
      readFile(
        resolvePackagePath(
          '@fairlead/backstage-plugin-scorecards-backend',
          path,
        ),
        'utf8',
      );
    expect(await read('README.md')).toContain(
      await read('src/__examples__/scorecardsModuleScanner.ts'),
    );
  });
});
