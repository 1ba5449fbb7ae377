import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import { ToldFile } from '../repository/classifyFile';
import { Repository } from '../repository/RepositoryReader';

/** What a repository can be asked for without knowing it. */
export interface Commands {
  build?: string;
  test?: string;
}

const CONVENTIONS: Record<string, Commands> = {
  BUILD: { build: 'bazel build', test: 'bazel test' },
  'BUILD.bazel': { build: 'bazel build', test: 'bazel test' },
  'MODULE.bazel': { build: 'bazel build', test: 'bazel test' },
  WORKSPACE: { build: 'bazel build', test: 'bazel test' },
  'build.gradle': { build: 'gradle build', test: 'gradle test' },
  'build.gradle.kts': { build: 'gradle build', test: 'gradle test' },
  'build.sbt': { build: 'sbt compile', test: 'sbt test' },
  'Cargo.toml': { build: 'cargo build', test: 'cargo test' },
  'CMakeLists.txt': { build: 'cmake --build', test: 'ctest' },
  'go.mod': { build: 'go build ./...', test: 'go test ./...' },
  'mix.exs': { build: 'mix compile', test: 'mix test' },
  'noxfile.py': { test: 'nox' },
  'Package.swift': { build: 'swift build', test: 'swift test' },
  'pom.xml': { build: 'mvn package', test: 'mvn test' },
  'pubspec.yaml': { test: 'dart test' },
  'pytest.ini': { test: 'pytest' },
  '.rspec': { test: 'rspec' },
  'tox.ini': { test: 'tox' },
};

const DOTNET: Commands = { build: 'dotnet build', test: 'dotnet test' };

/** What `npm init` writes where there is no test. */
const NO_TEST = /no test specified/;

/**
 * How a folder is built and tested, as its files say it or those of the nearest folder above: what instructions for agents
 * name comes first, then what a program for building offers, then what it is asked for everywhere.
 */
export function findCommands(
  { scan, texts }: Repository,
  folder: string,
): Commands {
  const found: Commands = {};
  const told = scan.toldOf(folder);
  for (const tells of ['instructions', 'commands', 'convention'] as const) {
    for (const file of told) {
      if (file.tells === tells) {
        const { build, test } = readCommands(file, texts.get(file.path) ?? '');
        found.build ??= build;
        found.test ??= test;
      }
    }
  }
  return found;
}

function readCommands({ name, tells }: ToldFile, text: string): Commands {
  if (tells === 'convention') {
    return CONVENTIONS[name] ?? DOTNET;
  }
  if (tells === 'instructions') {
    return readInstructions(text);
  }
  switch (name) {
    case 'package.json':
      return readScripts(text, 'npm run');
    case 'composer.json':
      return readScripts(text, 'composer');
    case 'pyproject.toml':
      return readPyproject(text);
    case 'Taskfile.yml':
    case 'Taskfile.yaml':
      return readTaskfile(text);
    default:
      return readTargets(text, posix.basename(name).endsWith('ustfile'));
  }
}

/** Commands stand in code: in lines between fences, or within a line between backticks. */
function readInstructions(text: string): Commands {
  const commands: string[] = [];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) {
      isCode = !isCode;
    } else if (isCode) {
      commands.push(line.replace(/^\s*[$>]?\s*/, ''));
    } else {
      commands.push(...line.split('`').filter((_, part) => part % 2 === 1));
    }
  }
  const find = (word: RegExp) =>
    commands.find(
      command =>
        command.length <= 200 && /^\S+/.test(command) && word.test(command),
    );
  return {
    build: find(
      /^[\w./-]+(?: [\w./:=-]+)* ?\b(?:build|compile|assemble|package)\b/,
    ),
    test: find(
      /^(?:[\w./-]+(?: [\w./:=-]+)* ?\b)?(?:tests?|check|pytest|jest|vitest|rspec|tox|nox)\b/,
    ),
  };
}

function readScripts(text: string, run: string): Commands {
  const scripts = readJson(text)?.scripts;
  const has = (name: string) => {
    const script =
      typeof scripts === 'object' && scripts !== null
        ? (scripts as Record<string, unknown>)[name]
        : undefined;
    return script !== undefined && !NO_TEST.test(String(script))
      ? `${run} ${name}`
      : undefined;
  };
  return {
    build: has('build') ?? has('compile') ?? has('build:all'),
    test: has('test') ?? has('test:all') ?? has('check'),
  };
}

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const json = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

/** The tables of TOML that say by their names alone what there is. */
function readPyproject(text: string): Commands {
  const hasTable = (name: RegExp) =>
    text.split('\n').some(line => name.test(line));
  return {
    build: hasTable(/^\s*\[build-system\]/) ? 'python -m build' : undefined,
    test: hasTable(/^\s*\[tool\.(?:pytest|tox|nox)\b/) ? 'pytest' : undefined,
  };
}

function readTaskfile(text: string): Commands {
  const document = parseDocument(text);
  const has = (name: string) =>
    document.errors.length === 0 && document.hasIn(['tasks', name])
      ? `task ${name}`
      : undefined;
  return { build: has('build'), test: has('test') ?? has('check') };
}

/** The rules of a Makefile, or the recipes of a justfile, which may have parameters with values. */
function readTargets(text: string, isJust: boolean): Commands {
  const run = isJust ? 'just' : 'make';
  const lines = text.split('\n');
  const has = (name: string) => {
    const target = new RegExp(
      `^@?${name}(?:\\s${isJust ? '[^:]' : '[^:=]'}*)?:(?!=)`,
    );
    return lines.some(line => target.test(line)) ? `${run} ${name}` : undefined;
  };
  return {
    build: has('build') ?? has('compile') ?? has('all'),
    test: has('test') ?? has('check'),
  };
}
