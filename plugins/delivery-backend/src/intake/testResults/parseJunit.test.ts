import { countTurns } from '../../__testUtils__/countTurns';
import { decodeXml } from './decodeXml';
import { parseJunit } from './parseJunit';
import { TestCase } from './TestReport';

/** The cases of a report as `suite › case: outcome`, flaky ones with a star. */
async function read(xml: string) {
  const { cases, ignored } = await parseJunit(xml);
  return { cases: cases.map(describeCase), ignored };
}

function describeCase({ suite, case: name, outcome, flaky }: TestCase): string {
  return `${suite} › ${name}: ${outcome}${flaky ? '*' : ''}`;
}

describe('parseJunit', () => {
  it.each<[string, string, string[]]>([
    [
      'Surefire, with a case without a name where the setup failed',
      `<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="x.xsd" name="a.CartIT">
        <properties><property name="java" value="21"/></properties>
        <testcase name="" classname="a.CartIT"><error type="E">x</error></testcase>
        <testcase name="  " classname="a.OtherIT"/>
        <testcase classname="a.OtherIT"><failure/></testcase>
        <testcase name="adds" classname="a.OtherIT"><system-out>x</system-out></testcase>
      </testsuite>`,
      [
        'a.CartIT › (setup): failure',
        'a.OtherIT › (setup): failure',
        'a.OtherIT › adds: success',
      ],
    ],
    [
      'node:test, with cases beside suites, and the class `test` for all',
      `<testsuites>
        <testcase name="adds" classname="test"/>
        <testcase name="later" classname="test"><skipped type="todo" message="x"/><failure/></testcase>
        <testsuite name="cart">
          <testcase name="adds" classname="test" failure="1 == 2"><failure type="testCodeFailure">x</failure></testcase>
          <testsuite name="empty"><testcase name="adds" classname="test"/></testsuite>
        </testsuite>
      </testsuites>`,
      [
        'test › adds: success',
        'test › later: skipped',
        'cart › adds: failure',
        'cart › empty › adds: success',
      ],
    ],
    [
      'one case alone',
      '<testcase name="adds" classname="math"/>',
      ['math › adds: success'],
    ],
    [
      'cases in a suite that is the root, and in none',
      '<testsuite name="unit"><testcase name="adds" classname=""/></testsuite>',
      ['unit › adds: success'],
    ],
    [
      'GoogleTest, with what was not run',
      `<testsuites name="AllTests"><testsuite name="Math">
        <testcase name="Adds" status="run" result="completed" classname="Math"/>
        <testcase name="DISABLED_Adds" status="notrun" result="suppressed" classname="Math"/>
        <testcase name="Skips" status="run" result="skipped" classname="Math"><skipped message="x"/></testcase>
      </testsuite></testsuites>`,
      [
        'Math › Adds: success',
        'Math › DISABLED_Adds: skipped',
        'Math › Skips: skipped',
      ],
    ],
    [
      'CTest, which says it in attributes',
      `<testsuite name="build">
        <testcase name="a" classname="a" status="run"/>
        <testcase name="b" classname="b" status="fail"/>
        <testcase name="c" classname="c" status="disabled"/>
        <testcase name="d" classname="d" status="notrun"><skipped message="x"/></testcase>
        <testcase name="e" classname="e" skipped="true"/>
        <testcase name="f" classname="f" skipped="0" status="0"/>
        <testcase name="g" classname="g" result="Ignored"/>
        <testcase name="h" classname="h" status="aborted"/>
      </testsuite>`,
      [
        'a › a: success',
        'b › b: failure',
        'c › c: skipped',
        'd › d: skipped',
        'e › e: skipped',
        'f › f: success',
        'g › g: skipped',
        'h › h: cancelled',
      ],
    ],
    [
      'PHPUnit, with suites within suites and a class of its own',
      `<testsuites><testsuite name="all"><testsuite name="CartTest">
        <testcase name="testAdds with data set #0" class="App\\CartTest" file="/a.php" assertions="1"/>
        <testsuite name="CartTest::testSums"><testcase name="testSums with data set &quot;a&amp;b&quot;" class="App\\CartTest" classname="App.CartTest"/></testsuite>
      </testsuite></testsuite></testsuites>`,
      [
        'App\\CartTest › testAdds with data set #0: success',
        'App.CartTest › testSums with data set "a&b": success',
      ],
    ],
    [
      'namespaces, and another root',
      `<j:testrun xmlns:j="urn:junit"><j:testsuite name="a"><j:testcase name="b"/></j:testsuite></j:testrun>`,
      ['a › b: success'],
    ],
    [
      'Bazel, with a case that stands for the whole target',
      `<testsuites><testsuite name="//shop:test"><testcase name="//shop:test" status="run" duration="3" time="3"><error message="exited with error code 1"></error></testcase><system-out>log &lt;b&gt;</system-out></testsuite></testsuites>`,
      ['//shop:test › //shop:test: failure'],
    ],
  ])('reads what is written by %s', async (_, xml, expected) => {
    expect(await read(xml)).toEqual({ cases: expected, ignored: [] });
  });

  it.each<[string, string, string[]]>([
    [
      'a case written once for each try',
      '<testsuite name="a"><testcase name="b"><failure/></testcase><testcase name="b"/></testsuite>',
      ['a › b: success*'],
    ],
    [
      'tries of which the last one failed',
      '<testsuite name="a"><testcase name="b"/><testcase name="b"><failure/></testcase><testcase name="b"><skipped/></testcase></testsuite>',
      ['a › b: failure*'],
    ],
    [
      'tries that all failed',
      '<testsuite name="a"><testcase name="b"><failure/></testcase><testcase name="b"><error/></testcase></testsuite>',
      ['a › b: failure'],
    ],
    [
      'a suite written once for each try',
      '<testsuites><testsuite name="a"><testcase name="b"><failure/></testcase></testsuite><testsuite name="a"><testcase name="b"/></testsuite></testsuites>',
      ['a › b: success*'],
    ],
    [
      'Surefire’s notes of tries',
      `<testsuite name="a">
        <testcase name="b"><flakyFailure type="E"><stackTrace>x</stackTrace><system-out>y</system-out></flakyFailure></testcase>
        <testcase name="c"><flakyError/></testcase>
        <testcase name="d"><failure/><rerunFailure><stackTrace>x</stackTrace></rerunFailure></testcase>
        <testcase name="e"><error/><rerunError/></testcase>
      </testsuite>`,
      [
        'a › b: success*',
        'a › c: success*',
        'a › d: failure',
        'a › e: failure',
      ],
    ],
    [
      'the same case in two browsers, which says nothing about tries',
      `<testsuites>
        <testsuite name="cart.spec.ts" hostname="chromium"><testcase name="adds" classname="cart.spec.ts"/></testsuite>
        <testsuite name="cart.spec.ts" hostname="webkit"><testcase name="adds" classname="cart.spec.ts"><failure/></testcase></testsuite>
      </testsuites>`,
      ['cart.spec.ts › adds: failure'],
    ],
    [
      'cases without names, of which nobody knows whether they are the same',
      '<testsuite name="a"><testcase><failure/></testcase><testcase/></testsuite>',
      ['a › (setup): failure'],
    ],
  ])('tells flaky cases by %s', async (_, xml, expected) => {
    expect((await read(xml)).cases).toEqual(expected);
  });

  it('counts what it does not understand', async () => {
    const { cases, ignored } = await read(`<testsuites>
      <summary/><testsuite name="a"><failure>of a suite</failure>
        <group><testcase name="b" time="soon"><warning/><warning/></testcase></group>
      </testsuite></testsuites>`);
    expect(cases).toEqual(['a › b: success']);
    expect(ignored).toEqual([
      { element: 'summary', count: 1 },
      { element: 'failure', count: 1 },
      { element: 'group', count: 1 },
      { element: 'warning', count: 2 },
      { element: 'testcase/@time', count: 1 },
    ]);
  });

  it('lists no more kinds of what it does not understand than an answer holds', async () => {
    const many = Array.from({ length: 1_000 }, (_, i) => `<x${i}/>`).join('');
    const { ignored } = await parseJunit(`<testsuites>${many}</testsuites>`);
    expect(ignored).toHaveLength(21);
    expect(ignored.at(-1)).toEqual({ element: '…', count: 980 });
  });

  it.each([
    ['0.25', 250],
    ['0,160', 160],
    ['1,234.5', 1_234_500],
    ['1.234,5', 1_234_500],
    ['1,234,567', 1_234_567_000],
    ['1 234,5', 1_234_500],
    ['1’234.5', 1_234_500],
    ['9.0E-4', 1],
    ['.5', 500],
    ['0', 0],
    ['', undefined],
    ['-1', undefined],
    ['NaN', undefined],
    ['1e309', undefined],
    ['1e300', undefined],
    ['0x10', undefined],
    ['soon', undefined],
  ])('reads %s seconds as %s ms', async (time, durationMs) => {
    const { cases } = await parseJunit(
      `<testsuite><testcase name="a" time="${time}"/></testsuite>`,
    );
    expect(cases[0].durationMs).toBe(durationMs);
  });

  it('keeps names apart that differ at their ends, within what a key takes', async () => {
    const names = ['1', '2'].map(end => `${':😀é'.repeat(2_000)}${end}`);
    const { cases } = await parseJunit(
      `<testsuite>${names
        .map(name => `<testcase name="${name}" classname="${name}"/>`)
        .join('')}</testsuite>`,
    );
    const [first, second] = cases.map(one => one.case);
    expect(first).not.toBe(second);
    expect(Buffer.byteLength(first)).toBeLessThan(200);
    expect(first).toMatch(/^\P{Surrogate}*$/u);
  });

  it.each([
    ['<a/>', /root must be 'testsuites'/],
    ['', /not valid XML/],
    ['<testsuites>', /unclosed tag: testsuites/],
    ['<testsuite a="1" a="2"/>', /duplicate attribute/],
    ['<testsuite>&nbsp;</testsuite>', /undefined entity/],
    ['<!DOCTYPE a [<!ENTITY b "bb">]><testsuites/>', /document type/],
    ['<testsuites/><testsuites/>', /only one root/],
    [`<${'a'.repeat(5_000)}`, /not valid XML: .{0,200}$/],
    [
      `${'<testsuite>'.repeat(60)}${'</testsuite>'.repeat(60)}`,
      /nested deeper than 50 levels/,
    ],
    [
      `<testsuite>${'<testcase/>'.repeat(50_001)}</testsuite>`,
      /more than 50000 test cases/,
    ],
    [
      `<testsuite ${Array.from({ length: 10_001 }, (_, i) => `a${i}=""`).join(
        ' ',
      )}/>`,
      /more than 10000 attributes/,
    ],
  ])('refuses what is wrong: %#', async (xml, message) => {
    await expect(parseJunit(xml)).rejects.toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('takes what terminals and web pages leave in reports', async () => {
    const { cases } = await parseJunit(
      `<testsuite><testcase name="a\u001b[31m&#27;&#x1B;&#x0;b"><system-out><![CDATA[\u0000<!DOCTYPE html>]]></system-out></testcase></testsuite>`,
    );
    expect(cases.map(one => one.case)).toEqual([
      'a\ufffd[31m\ufffd\ufffd\ufffdb',
    ]);
  });

  const big = 5 * 1024 * 1024 - 1_000;
  const upTo = (unit: string, size = big) =>
    unit.repeat(Math.floor(size / unit.length));

  it.each<[string, () => string]>([
    [
      'many cases',
      () =>
        `<testsuite name="a">${Array.from(
          { length: 49_000 },
          (_, i) =>
            `<testcase name="does ${i} &lt; things" classname="shop.Suite${
              i % 100
            }" time="0.${i}"><failure message="no &quot;x&quot;"/></testcase>`,
        ).join('')}</testsuite>`,
    ],
    [
      'logs',
      () =>
        `<testsuite><system-out>${upTo(
          '&#27;[31mno ',
        )}</system-out></testsuite>`,
    ],
    ['entities', () => `<testsuite name="${upTo('&amp;')}"/>`],
    ['elements', () => `<testsuite>${upTo('<a/>')}</testsuite>`],
    [
      'one name',
      () => `<testsuite><testcase name="${upTo('x')}"/></testsuite>`,
    ],
    ['nothing', () => `<testsuite>${upTo(' ')}</testsuite>`],
  ])(
    'lets others have their turn while it reads 5 MB of %s',
    async (_, make) => {
      const bytes = Buffer.from(make());
      const turns = await countTurns(() => parseJunit(decodeXml(bytes)));
      expect(turns).toBeGreaterThan(50);
    },
  );
});

describe('decodeXml', () => {
  const xml = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><testcase name="é"/>`;
  const utf16 = Buffer.from(`\ufeff${xml('utf-16')}`, 'utf16le');

  it.each<[string, Uint8Array, string | undefined, string]>([
    ['UTF-8', Buffer.from(xml('UTF-8')), undefined, 'UTF-8'],
    [
      'a byte order mark',
      Buffer.from(`\ufeff${xml('UTF-8')}`),
      undefined,
      'UTF-8',
    ],
    ['space before it', Buffer.from(`\n ${xml('UTF-8')}`), undefined, 'UTF-8'],
    [
      'Latin-1',
      Buffer.from(xml('ISO-8859-1'), 'latin1'),
      undefined,
      'ISO-8859-1',
    ],
    [
      'the encoding of its media type',
      Buffer.from(xml('UTF-8'), 'latin1'),
      'windows-1252',
      'UTF-8',
    ],
    ['UTF-16', utf16, undefined, 'utf-16'],
    ['UTF-16 the other way', Buffer.from(utf16).swap16(), undefined, 'utf-16'],
    ['UTF-16 without a mark', utf16.subarray(2), undefined, 'utf-16'],
    [
      'UTF-8 that says it is UTF-16',
      Buffer.from(xml('utf-16')),
      undefined,
      'utf-16',
    ],
  ])('reads %s', (_, bytes, charset, encoding) => {
    expect(decodeXml(bytes, { charset })).toBe(xml(encoding));
  });

  it('says that it does not know an encoding', () => {
    expect(() => decodeXml(Buffer.from(xml('klingon')))).toThrow(
      "Body: the encoding 'klingon' is not known; send it in UTF-8",
    );
  });
});
