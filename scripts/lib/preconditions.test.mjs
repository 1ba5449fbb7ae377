import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { checkNode } from './nodeVersion.mjs';
import { checkDisk, checkPorts } from './preconditions.mjs';

describe('what a start needs', () => {
  for (const version of ['20.0.0', '22.12.1', '24.3.0']) {
    it(`takes Node ${version}`, () => checkNode(version));
  }

  for (const version of ['18.20.8', '21.7.0', '23.1.0', '26.0.0']) {
    it(`refuses Node ${version} and says which will do`, () => {
      assert.throws(() => checkNode(version), {
        message: new RegExp(
          `Node ${version} is not supported; use Node 20, 22 or 24`,
        ),
      });
    });
  }

  it('names a port in use, and the variable that moves it', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    try {
      await assert.rejects(checkPorts([{ port, variable: 'PORT' }]), {
        message: `Port ${port} is in use; stop what listens there, or set PORT to another port.`,
      });
    } finally {
      server.close();
    }
  });

  it('takes a port that is free', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    await once(server, 'close');
    await checkPorts([{ port, variable: 'PORT' }]);
  });

  it('refuses what is no port', async () => {
    await assert.rejects(checkPorts([{ port: NaN, variable: 'PORT' }]), {
      message: 'PORT is not a port number between 1 and 65535.',
    });
  });

  it('says how much room there is and how much is needed', async () => {
    await assert.rejects(checkDisk(tmpdir(), 1e9), {
      message:
        /^Not enough disk space in '.+': \d+ MB free, 1000000000 MB needed\.$/,
    });
    await checkDisk(tmpdir(), 0);
  });
});
