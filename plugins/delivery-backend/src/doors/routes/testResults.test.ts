import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { startDelivery } from '../../__testUtils__/startDelivery';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const XML = 'application/xml';

const SHA = 'ABCDEF0123'.repeat(4);

/** The summary of a measure, as far as it is looked at. */
interface Measure {
  id: string;
}

async function start(db: Knex, worker: JsonObject = {}) {
  const delivery = await startDelivery({
    db,
    config: {
      delivery: { worker: { measureInterval: { seconds: 0 }, ...worker } },
    },
  });
  await delivery.run('sync-catalog');
  let runs = 0;
  const catchUp = async () => {
    await delivery.normalise();
    await delivery.run('measure');
  };
  return {
    ...delivery,
    /** Sends a report of a run of its own. */
    send(report: string | Buffer, type: string = XML) {
      runs += 1;
      return delivery
        .call(
          'post',
          `/test-results?repo=Acme/Checkout&sha=${SHA}&runId=${runs}`,
          'service',
        )
        .set('Content-Type', type)
        .send(report);
    },
    /** The test results that are known, as `suite › case: outcome`. */
    async readCases(): Promise<string[]> {
      await delivery.normalise();
      const { body } = await delivery.asService.get('/feed?kinds=test');
      return body.items.map(
        (one: Record<string, string>) =>
          `${one.suite} › ${one.case}: ${one.outcome}`,
      );
    },
    catchUp,
    async measure(id: string) {
      await catchUp();
      const { body } = await delivery.asService.get(
        '/entities/component/default/checkout/measures',
      );
      return body.measures.find((one: Measure) => one.id === id);
    },
  };
}

describe.each(databases.eachSupportedId())('test reports (%s)', id => {
  it('are taken wherever their cases stand, with or without names', async () => {
    const { send, readCases } = await start(await databases.init(id));
    const beside = `<testsuites>
      <testcase name="adds" classname="test"/>
      <testcase name="subtracts" classname="test" failure="x"><failure/></testcase>
      <testsuite name="inner"><testcase name="in suite" classname="test"/></testsuite>
    </testsuites>`;
    await send(beside).expect(202, {
      accepted: 1,
      duplicates: 0,
      rejected: [],
      testCases: 3,
      ignored: [],
    });
    const nameless = `<testsuite name="shop.CartIT">
      <testcase name="" classname="shop.CartIT"><failure/></testcase>
      <testcase name="adds" classname="shop.OtherIT"/>
    </testsuite>`;
    await send(nameless).expect(202);
    expect(await readCases()).toEqual([
      'inner › in suite: success',
      'test › adds: success',
      'test › subtracts: failure',
      'shop.CartIT › (setup): failure',
      'shop.OtherIT › adds: success',
    ]);
  });

  it('are answered with what was not understood of them', async () => {
    const { send } = await start(await databases.init(id));
    const { body } = await send(
      '<testsuites><notes/><testcase name="a" time="soon"><note/><note/></testcase></testsuites>',
    ).expect(202);
    expect(body).toMatchObject({
      testCases: 1,
      ignored: [
        { element: 'notes', count: 1 },
        { element: 'note', count: 2 },
        { element: 'testcase/@time', count: 1 },
      ],
    });
    expect((await send('<testsuites/>').expect(202)).body).toMatchObject({
      accepted: 0,
      testCases: 0,
    });
  });

  it('are read in the encoding that they say', async () => {
    const { send, readCases } = await start(await databases.init(id));
    const report = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><testcase name="ü" classname="${encoding}"/>`;
    await send(Buffer.from(report('iso-8859-1'), 'latin1')).expect(202);
    await send(
      Buffer.from(`\ufeff${report('utf-16')}`, 'utf16le'),
      'text/xml',
    ).expect(202);
    await send(
      Buffer.from(report('utf-8'), 'latin1'),
      `${XML}; charset=windows-1252`,
    ).expect(202);
    expect(await readCases()).toEqual([
      'iso-8859-1 › ü: success',
      'utf-16 › ü: success',
      'utf-8 › ü: success',
    ]);
    const { body } = await send(report('klingon')).expect(400);
    expect(body.error.message).toContain("'klingon' is not known");
  });

  it('tell flaky tests by themselves', async () => {
    const { send, measure } = await start(await databases.init(id));
    await send(`<testsuites>
      <testsuite name="shop.PayTest">
        <testcase name="pays()" classname="shop.PayTest"><failure/></testcase>
        <testcase name="pays()" classname="shop.PayTest"/>
        <testcase name="fails()" classname="shop.PayTest"><failure/><rerunFailure/></testcase>
      </testsuite>
      <testsuite name="shop.MailTest">
        <testcase name="sends" classname="shop.MailTest"><flakyFailure type="E"/></testcase>
      </testsuite>
    </testsuites>`).expect(202);
    expect(await measure('ci.flakyTests')).toMatchObject({
      state: 'ok',
      n: 2,
      value: 1,
    });
  });

  it('are described as XML that is text', async () => {
    const { get } = await start(await databases.init(id));
    const { body } = await get('/openapi.json').expect(200);
    const { requestBody } = body.paths['/test-results'].post;
    expect(requestBody.content[XML].schema).toMatchObject({ type: 'string' });
  });

  it.each(['<a/>', '<testsuites>', 'x', ''])('%j is refused', async report => {
    const { send } = await start(await databases.init(id));
    const { body } = await send(report).expect(400);
    expect(body.error.message).toMatch(/^Body: /);
  });

  /** As many failures as wanted, in some classes. */
  const reportOf = (count: number) =>
    `<testsuite name="a">${Array.from(
      { length: count },
      (_, i) =>
        `<testcase name="does ${i} &lt; things" classname="shop.Suite${
          i % 100
        }" time="0.${i}"><failure message="no &quot;x&quot;"/></testcase>`,
    ).join('')}</testsuite>`;

  it('are taken in up to five megabytes', async () => {
    const { send } = await start(await databases.init(id), { enabled: false });
    const report = reportOf(40_000);
    expect(report.length).toBeGreaterThan(4.75 * 1024 * 1024);
    const { body } = await send(report).expect(202);
    expect(body).toMatchObject({ accepted: 400, testCases: 40_000 });
  });

  it('of many cases are measured', async () => {
    const { send, catchUp, readCases } = await start(await databases.init(id));
    await send(reportOf(10_000)).expect(202);
    await catchUp();
    expect(await readCases()).toHaveLength(100);
  });
});
