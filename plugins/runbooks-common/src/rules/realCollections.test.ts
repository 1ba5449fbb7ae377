/** @jest-environment node */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { lintRunbook } from '../lint';
import { readRunbookOutline } from '../markdown';
import { checkAlertRules, readAlertRules } from '.';

// What was read of them is in README.md of that folder; it is no part of this repository.
const DATA = join(__dirname, '../../../../../shared/data');
const RUNBOOKS = join(DATA, 'runbooks/openshift');
const RULES = join(DATA, 'rules/kube-prometheus');

const isThere = existsSync(RUNBOOKS) && existsSync(RULES);
if (!isThere) {
  process.stderr.write(
    `Skips the real runbooks and rules, there is no ${DATA}\n`,
  );
}

function read(folder: string, ending: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.name.endsWith(ending))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({
      path: relative(folder, path),
      text: readFileSync(path, 'utf8'),
    }));
}

(isThere ? describe : describe.skip)('real runbooks and rules', () => {
  it('are linted without false alarms', () => {
    const found = read(RUNBOOKS, '.md').map(({ path, text }) => ({
      path,
      rules: lintRunbook(text).map(({ rule }) => rule),
    }));
    expect(found.length).toBeGreaterThan(70);
    const missing = found.filter(({ rules }) =>
      rules.includes('section-missing'),
    );
    // These were looked at one by one: each lacks what it is said to lack.
    expect(missing.map(({ path }) => path)).toEqual([
      'cluster-etcd-operator/etcdGRPCReadRequestsSlow.md',
      'cluster-etcd-operator/etcdGRPCWriteRequestsSlow.md',
      'cluster-etcd-operator/etcdSignerCAExpirationCritical.md',
    ]);
    const others = new Set(found.flatMap(({ rules }) => rules));
    expect(Array.from(others).sort()).toEqual([
      'moved',
      'no-action',
      'section-missing',
    ]);
  });

  it('are held against each other', () => {
    const files = read(RULES, '.yaml').map(({ path, text }) => ({
      file: path,
      ...readAlertRules(text),
    }));
    expect(files.flatMap(({ problems }) => problems)).toEqual([]);
    expect(files.flatMap(({ rules }) => rules).length).toBeGreaterThan(120);
    const runbooks = read(RUNBOOKS, '.md').map(({ path, text }) => ({
      path,
      file: path,
      anchors: readRunbookOutline(text).anchors,
      links: [],
    }));
    // Most of these alerts have their runbooks elsewhere, so of those nothing is known.
    const problems = checkAlertRules(files, { runbooks });
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(
      new Set(['runbook-unused']),
    );
    expect(problems.map(({ file }) => file)).not.toContain(
      'cluster-monitoring-operator/KubeletDown.md',
    );
  });
});
