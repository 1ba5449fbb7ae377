/** What keeps a definition, whoever wrote it, cheap to read and to evaluate. */
export const LIMITS = {
  /** Values in the whole entity, lists and objects counted too. */
  values: 20_000,
  checks: 200,
  levels: 12,
  /** How deep `$all`, `$any`, `$not` and `$contains` nest. */
  ruleNesting: 20,
  /** Conditions in one rule, `$all`, `$any` and `$not` counted too. */
  ruleConditions: 500,
  listOperands: 500,
  pathLength: 512,
  /** The parts of a path, cut at its dots, some of which are dots of keys. */
  pathParts: 40,
  patternLength: 256,
  patternProgramSize: 1_000,
  /** Of all patterns of a scorecard together. */
  patternsProgramSize: 30_000,
  /** The longest text that `$matches` looks at. */
  patternInput: 4_096,
  /**
   * The work of judging one entity, and once more that of explaining it: an instruction of a pattern at a character, a
   * condition at a value. The slowest of them takes some 50 ns, so that one entity never takes long.
   */
  evaluationSteps: 400_000,
  /** Problems that are told of one definition: whoever mends a hundred comes back for the rest. */
  problems: 100,
  /** Objects and lists inside each other in the whole entity. */
  nesting: 64,
  titleLength: 200,
  textLength: 4_000,
  yamlLength: 256 * 1024,
  /** Line breaks and characters that mean something in YAML: what reading a text costs, known before it is read. */
  yamlMarks: 8_000,
  yamlAliases: 100,
} as const;
