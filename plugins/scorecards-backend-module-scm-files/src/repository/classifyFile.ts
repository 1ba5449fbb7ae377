import { splitPath } from './folders';

/** A file whose presence or text is a fact. */
export interface ToldFile {
  path: string;
  /** The folder that it speaks for, and all below. */
  folder: string;
  /** As seen from that folder. */
  name: string;
  tells:
    | 'instructions'
    /** Instructions for some files only. */
    | 'rules'
    /** What a program for building can be asked for. */
    | 'commands'
    /** A program that is asked for the same in every repository. */
    | 'convention'
    | 'codeOwners'
    | 'license';
}

const NAMES: Partial<Record<ToldFile['tells'], readonly string[]>> = {
  instructions: [
    'AGENTS.md',
    'CLAUDE.md',
    'GEMINI.md',
    '.cursorrules',
    '.windsurfrules',
    '.clinerules',
    '.github/copilot-instructions.md',
  ],
  commands: [
    'package.json',
    'Makefile',
    'makefile',
    'GNUmakefile',
    'justfile',
    'Justfile',
    '.justfile',
    'Taskfile.yml',
    'Taskfile.yaml',
    'composer.json',
    'pyproject.toml',
  ],
  convention: [
    'BUILD',
    'BUILD.bazel',
    'build.gradle',
    'build.gradle.kts',
    'build.sbt',
    'Cargo.toml',
    'CMakeLists.txt',
    'go.mod',
    'mix.exs',
    'MODULE.bazel',
    'noxfile.py',
    'Package.swift',
    'pom.xml',
    'pubspec.yaml',
    'pytest.ini',
    '.rspec',
    'tox.ini',
    'WORKSPACE',
  ],
  codeOwners: [
    'CODEOWNERS',
    '.github/CODEOWNERS',
    '.gitlab/CODEOWNERS',
    '.bitbucket/CODEOWNERS',
    'docs/CODEOWNERS',
  ],
};

const TELLS = new Map(
  Object.entries(NAMES).flatMap(([tells, names]) =>
    names.map((name): [string, ToldFile['tells']] => [
      name,
      tells as ToldFile['tells'],
    ]),
  ),
);

const LICENSE = /^(?:licen[cs]e|copying|unlicense)(?:[.-].+)?$/i;
const DOTNET = /\.(?:sln|slnx|csproj|fsproj|vbproj)$/i;
const RULES =
  /^(?<above>(?:.*\/)?)(?<name>\.(?:cursor|clinerules)\/.+\.(?:mdc|md))$/;
const WITHIN =
  /^(?<above>(?:.*\/)?)(?<name>(?:\.github|\.gitlab|\.bitbucket|docs)\/[^/]+)$/;

/** Undefined for a file that tells nothing. */
export function classifyFile(path: string): ToldFile | undefined {
  const rules = RULES.exec(path)?.groups;
  if (rules) {
    return toTold(path, rules.above, { name: rules.name, tells: 'rules' });
  }
  const within = WITHIN.exec(path)?.groups;
  const { folder, name } =
    within && TELLS.has(within.name)
      ? { folder: within.above, name: within.name }
      : splitPath(path);
  const tells = findTells(name);
  return tells && toTold(path, folder, { name, tells });
}

function findTells(name: string): ToldFile['tells'] | undefined {
  if (LICENSE.test(name)) {
    return 'license';
  }
  return DOTNET.test(name) ? 'convention' : TELLS.get(name);
}

function toTold(
  path: string,
  above: string,
  told: Pick<ToldFile, 'name' | 'tells'>,
): ToldFile {
  return { path, folder: above.replace(/\/$/, ''), ...told };
}
