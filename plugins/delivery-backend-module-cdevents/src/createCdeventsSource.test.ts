import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { cdEvent, inCloudEvent } from './__testUtils__/cdEvent';
import { observePayload, readPayload } from './__testUtils__/readPayload';
import { createCdeventsSource } from './createCdeventsSource';

const source = createCdeventsSource();

describe('createCdeventsSource', () => {
  it.each([
    ['a bare CDEvent', cdEvent('change.merged'), 'change.merged'],
    [
      'a CloudEvent with a CDEvent',
      inCloudEvent(cdEvent('service.deployed')),
      'service.deployed',
    ],
    [
      'a CloudEvent of something else',
      { specversion: '1.0', type: 'com.example.cake.baked' },
      'com.example.cake.baked',
    ],
    [
      'a CDEvent of somebody’s own',
      { context: { type: 'dev.cdeventsx.mytool-cake.baked.0.1.0' } },
      'dev.cdeventsx.mytool-cake.baked.0.1.0',
    ],
    [
      'a draft',
      { context: { type: 'dev.cdevents.approval.created.0.1.0-draft' } },
      'approval.created',
    ],
    ['a number', 7, undefined],
    ['a list', [cdEvent('change.merged')], undefined],
    ['nothing', null, undefined],
    ['an object without a context', { type: 'x' }, undefined],
    ['a type that is none', { context: { type: 1 } }, undefined],
  ] as [string, JsonValue, string | undefined][])(
    'tells the type of %s',
    (_, payload, type) => {
      expect(source.typeOf(payload, {})).toBe(type);
    },
  );

  it.each(['cake.baked', 'com.example.cake.baked', 'toString'])(
    'does not know %s',
    type => {
      const payload = cdEvent(type);
      expect(
        source.read(
          { type, payload, receivedAt: '2026-03-09T00:00:00.000Z' },
          { person: () => 'nobody' },
        ),
      ).toBeUndefined();
    },
  );

  it('takes events of the same source, id and type for the same', () => {
    const keyOf = (payload: JsonValue) =>
      source.keyOf?.(payload, source.typeOf(payload, {}) ?? '');
    const detected = cdEvent('incident.detected', { id: '1' });
    const key = keyOf(detected);
    expect(keyOf(cdEvent('incident.detected', { id: '1', at: 'later' }))).toBe(
      key,
    );
    expect(keyOf(inCloudEvent(detected))).toBe(key);
    expect(keyOf(cdEvent('incident.resolved', { id: '1' }))).not.toBe(key);
    expect(keyOf(cdEvent('incident.detected', { id: '2' }))).not.toBe(key);
  });

  it.each<[string, JsonValue]>([
    ['context', {}],
    ['context.id', { context: {} }],
    ['context.type', { context: { id: '1', source: 's' } }],
    ['id', { specversion: '1.0', data: {} }],
    [
      'data.context.source',
      { specversion: '1.0', data: { context: { id: '1' } } },
    ],
  ])('says that %s is missing, whatever the type is', (path, payload) => {
    const message = expect.stringContaining(`'${path}': `);
    for (const take of [
      () => source.keyOf!(payload, ''),
      () =>
        source.read(
          {
            type: 'cake.baked',
            payload,
            receivedAt: '2026-03-09T00:00:00.000Z',
          },
          { person: () => 'nobody' },
        ),
    ]) {
      expect(take).toThrow(
        expect.objectContaining({ name: 'InputError', message }),
      );
    }
  });

  it('is about fifty entities at most', () => {
    const entityRef = Array.from({ length: 51 }, (_, i) => `component:a/${i}`);
    const event = cdEvent('pipelinerun.started', { customData: { entityRef } });
    expect(() => readPayload(event)).toThrow("'customData.entityRef': ");
  });

  it('reads refs and commits as others write them', () => {
    const customData = {
      entityRef: ['Component:Shop', 'component:default/cart', ' '],
      commit: 'A'.repeat(40),
    };
    expect(
      readPayload(cdEvent('pipelinerun.started', { customData })),
    ).toMatchObject([
      {
        record: { headSha: 'a'.repeat(40) },
        subjects: [
          { value: 'component:default/shop' },
          { value: 'component:default/cart' },
        ],
      },
    ]);
  });

  const without = (event: JsonObject, part: string, field: string) => ({
    ...event,
    [part]: { ...(event[part] as JsonObject), [field]: undefined },
  });
  const merged = cdEvent('change.merged', {
    content: { repository: { id: 'acme/shop' } },
  });

  it.each<[string, JsonValue]>([
    ['context.id', without(merged, 'context', 'id')],
    ['context.source', without(merged, 'context', 'source')],
    ['context.timestamp', cdEvent('change.merged', { at: 'yesterday' })],
    ['subject.id', cdEvent('ticket.closed', { subjectId: '' })],
    ['subject.content', without(merged, 'subject', 'content')],
    [
      'subject.content.repository.id',
      cdEvent('change.merged', { content: { repository: {} } }),
    ],
    [
      'data.subject.content.environment.id',
      inCloudEvent(
        cdEvent('service.deployed', { content: { environment: { id: 1 } } }),
      ),
    ],
    [
      'data.context.timestamp',
      inCloudEvent(cdEvent('taskrun.started', { at: '32 March' })),
    ],
  ])('says that %s is malformed', (path, payload) => {
    expect(() => readPayload(payload as JsonValue)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`'${path}': `),
      }),
    );
  });

  it.each([
    ['text', 'YmFzZTY0'],
    [
      'fields of other forms',
      { entityRef: 1, commit: {}, repository: [], firstCommitAt: 'x' },
    ],
  ])('reads past custom data with %s', (_, customData) => {
    expect(readPayload(cdEvent('change.merged', { customData }))).toEqual(
      readPayload(cdEvent('change.merged')),
    );
  });

  it('reads whatever is sent, or says that it is malformed', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '__proto__',
        '\ud800',
        '/',
        '#',
        'pkg:a/b',
        'x'.repeat(9_999),
      ),
      fc.string(),
    );
    const any = fc.oneof(text, fc.jsonValue());
    const object = (...names: string[]) =>
      fc.oneof(
        { weight: 9, arbitrary: fc.dictionary(fc.constantFrom(...names), any) },
        any,
      );
    const payloads = fc.record({
      context: object('id', 'source', 'type', 'timestamp'),
      subject: fc.record({
        id: text,
        source: text,
        content: object(
          'repository',
          'pipelineName',
          'pipelineRun',
          'artifactId',
          'change',
          'environment',
          'outcome',
          'testCase',
        ),
      }),
      customData: object('entityRef', 'repository', 'commit', 'branch'),
    });
    const known = fc.constantFrom(
      'change.merged',
      'artifact.packaged',
      'service.deployed',
      'pipelinerun.finished',
      'taskrun.finished',
      'testcaserun.finished',
      'incident.detected',
      'approval.closed',
    );
    fc.assert(
      fc.property(payloads, known, fc.boolean(), (parts, type, isWhole) => {
        const whole = cdEvent(type);
        const payload = isWhole ? { ...parts, context: whole.context } : parts;
        try {
          observePayload(payload as JsonValue);
        } catch (error) {
          if (!(error instanceof InputError)) {
            throw error;
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
