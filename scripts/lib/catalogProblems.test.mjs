import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  readCatalogProblem,
  watchCatalogProblems,
} from './catalogProblems.mjs';

const warn = text =>
  `\u001b[2m2026-11-29T21:17:06.224Z\u001b[22m \u001b[34mcatalog\u001b[39m \u001b[33mwarn\u001b[39m ${text}`;

const fields = file =>
  `\u001b[36mentity\u001b[39m="location:default/x" \u001b[36mlocation\u001b[39m="file:${file}"`;

describe('readCatalogProblem', () => {
  for (const [what, line, problem] of [
    [
      'a file that is no YAML',
      warn(
        'YAML error at file:/c/a.yaml, YAMLParseError: Nested mappings at line 4:',
      ),
      'YAML error at file:/c/a.yaml, YAMLParseError: Nested mappings at line 4:',
    ],
    [
      'a definition that was refused',
      warn(
        `Processor ScorecardProcessor threw an error while validating the entity scorecard:default/a; caused by InputError: spec.levels: takes a list, not the text 'bronze' ${fields(
          '/c/card.yaml',
        )}`,
      ),
      "/c/card.yaml: Processor ScorecardProcessor threw an error while validating the entity scorecard:default/a; caused by InputError: spec.levels: takes a list, not the text 'bronze'",
    ],
    [
      'a kind that is not allowed',
      warn(
        `Entity template:default/t at file:/c/t.yaml, originated at file:/c/t.yaml, is not of an allowed kind for that location ${fields(
          '/c/t.yaml',
        )}`,
      ),
      'Entity template:default/t at file:/c/t.yaml, originated at file:/c/t.yaml, is not of an allowed kind for that location',
    ],
    [
      'two entities of one name',
      warn(
        'Detected conflicting entityRef component:default/a already referenced by file:/c/a.yaml and now also file:/c/b.yaml ',
      ),
      'Detected conflicting entityRef component:default/a already referenced by file:/c/a.yaml and now also file:/c/b.yaml',
    ],
    [
      'a definition that is refused later',
      warn(
        "Scorecard 'scorecard:default/a' is refused, none is in force: spec: bad",
      ).replace('catalog', 'scorecards'),
      "Scorecard 'scorecard:default/a' is refused, none is in force: spec: bad",
    ],
  ]) {
    it(`reads ${what}`, () => assert.equal(readCatalogProblem(line), problem));
  }

  for (const [what, line] of [
    ['what the catalog warns of besides', warn('Poll failed, retrying')],
    [
      'what others warn of',
      warn('YAML error at file:/a').replace('catalog', 'search'),
    ],
    ['any other line', 'webpack compiled'],
  ]) {
    it(`leaves out ${what}`, () =>
      assert.equal(readCatalogProblem(line), undefined));
  }
});

describe('watchCatalogProblems', () => {
  const problem = n => warn(`YAML error at file:/c/${n}.yaml, bad`);

  it('says each problem once, and not more than one reads', () => {
    const said = [];
    const watch = watchCatalogProblems(line => said.push(line));
    for (let n = 0; n < 50; n += 1) {
      watch(problem(n));
      watch(problem(0));
    }
    assert.equal(said.length, 21);
    assert.equal(said[0], 'Not taken: YAML error at file:/c/0.yaml, bad');
    assert.match(said[20], /see the log/);
  });
});
