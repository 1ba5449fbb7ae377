import { z } from 'zod';
import { parsePayload, payloadInstantSchema } from './parsePayload';

describe('parsePayload', () => {
  const schema = z.object({
    alerts: z.array(z.object({ startsAt: payloadInstantSchema })),
  });

  it('reads times in UTC with milliseconds, and leaves out what is not asked for', () => {
    expect(
      parsePayload(schema, {
        version: '4',
        alerts: [{ startsAt: '2026-03-01T12:00:00.123456+02:00' }],
      }),
    ).toEqual({ alerts: [{ startsAt: '2026-03-01T10:00:00.123Z' }] });
  });

  it.each([
    [null, /^Payload: /],
    [{}, /^'alerts': /],
    [{ alerts: [{}] }, /^'alerts\[0\].startsAt': /],
    [
      { alerts: [{ startsAt: 'secret' }] },
      /^'alerts\[0\].startsAt': is not a date and time$/,
    ],
  ])('says where %j is malformed, and not what stands there', (given, said) => {
    expect(() => parsePayload(schema, given)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(said),
      }),
    );
  });
});
