import { z } from 'zod';
import { createPayloadReader } from './payloadReader';

describe('createPayloadReader', () => {
  const reader = createPayloadReader(
    z.object({ loaf: z.object({ at: z.string(), baker: z.string() }) }),
    ({ loaf: { at, baker } }, { person }) => [
      {
        record: {
          kind: 'change',
          source: 'bakery',
          repo: 'acme/bread',
          sha: 'rye',
          author: person('bakery.example/login', baker),
        },
        occurredAt: at,
        subjects: [],
      },
    ],
  );
  const context = { person: (_: string, login: string) => `hash-of-${login}` };
  const payload = {
    loaf: { at: '2026-03-01T00:00:00.000Z', baker: 'jo', price: 4 },
    shop: 'corner',
  };

  it('drops what is not read, and reads the same of what is left', () => {
    const picked = reader.pick(payload);
    expect(picked).toEqual({
      loaf: { at: '2026-03-01T00:00:00.000Z', baker: 'jo' },
    });
    expect(reader.read(picked, context)).toEqual(reader.read(payload, context));
    expect(reader.read(picked, context)).toMatchObject([
      { record: { author: 'hash-of-jo' } },
    ]);
  });

  it('says where a payload is malformed', () => {
    expect(() => reader.read({ loaf: { at: 4 } }, context)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(/^'loaf.at': /),
      }),
    );
  });
});
