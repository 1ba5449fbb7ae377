import { toolOfAddress, toolOfLabel, toolOfLogin } from './matchTool';
import { ORIGIN_RULES } from './rules';
import { OriginContext, toolOfTrailer } from './trailers';
import {
  Origin,
  OriginEvidence,
  OriginRule,
  ReportedOrigin,
  Trailer,
} from './types';

/** The fields of a change from which its origin is inferred. @public */
export interface OriginSigns {
  author?: string;
  authorApp?: string;
  viaApp?: string;
  reportedOrigin?: ReportedOrigin;
  labels?: readonly string[];
  trailers?: readonly Trailer[];
}

type Verdict = Pick<Origin, 'kind' | 'confidence'> & {
  evidence?: OriginEvidence;
  /** The tool that made it, which is no helper then. */
  tool?: string;
};

function reported({ reportedOrigin }: OriginSigns): Verdict | undefined {
  if (!reportedOrigin) {
    return undefined;
  }
  const { kind, tool } = reportedOrigin;
  return {
    kind,
    tool,
    confidence: 'high',
    evidence: { from: 'report', value: tool ? `${kind}: ${tool}` : kind },
  };
}

function ofRule(
  rule: OriginRule,
  evidence: OriginEvidence,
  confidence: Origin['confidence'],
): Verdict {
  return { kind: rule.kind, tool: rule.title, confidence, evidence };
}

function byAccount(
  { authorApp, viaApp }: OriginSigns,
  rules: readonly OriginRule[],
): Verdict | undefined {
  const app = viaApp && toolOfLogin(viaApp, rules, { mayBePerson: false });
  if (viaApp && app) {
    return ofRule(app, { from: 'app', value: viaApp }, 'high');
  }
  if (!authorApp) {
    return undefined;
  }
  const evidence: OriginEvidence = { from: 'author', value: authorApp };
  const author = toolOfLogin(authorApp, rules, { mayBePerson: false });
  return author
    ? ofRule(author, evidence, 'high')
    : { kind: 'automation', confidence: 'medium', evidence };
}

function byLabel(
  { labels = [] }: OriginSigns,
  rules: readonly OriginRule[],
): Verdict | undefined {
  const [found] = [...labels].sort().flatMap(label => {
    const rule = toolOfLabel(label, rules);
    return rule ? [{ rule, label }] : [];
  });
  return (
    found && ofRule(found.rule, { from: 'label', value: found.label }, 'medium')
  );
}

/**
 * Tells by whom a change was made.
 *
 * @remarks
 * What was reported outranks all that is inferred; then come the app that acted, the account of the author, and a label.
 * Who has an account of a person and no label of a tool is a person, whatever helped: a trailer tells of help alone.
 *
 * @param parts - further records of the same change, as the commit that merged a request: their trailers count as its own
 * @public
 */
export function inferOrigin(
  change: OriginSigns,
  options: {
    rules?: readonly OriginRule[];
    parts?: readonly Pick<OriginSigns, 'trailers' | 'reportedOrigin'>[];
  } = {},
): Origin {
  const { rules = ORIGIN_RULES, parts = [] } = options;
  const [told] = [change, ...parts].flatMap(one => reported(one) ?? []);
  const verdicts = [told, byAccount(change, rules), byLabel(change, rules)];
  const decided: Verdict = verdicts.find(verdict => verdict !== undefined) ?? {
    kind: change.author === undefined ? 'unknown' : 'person',
    confidence: change.author === undefined ? 'low' : 'medium',
  };
  const helpers = new Map<string, OriginEvidence>();
  for (const { name, value } of [change, ...parts].flatMap(
    ({ trailers = [] }) => trailers,
  )) {
    const tool =
      value === undefined ? undefined : toolOfTrailer({ name, value }, rules);
    if (tool?.kind === 'agent' && !helpers.has(tool.title)) {
      helpers.set(tool.title, { from: 'trailer', value: `${name}: ${value}` });
    }
  }
  return {
    kind: decided.kind,
    assistedBy: [...helpers.keys()]
      .filter(title => title !== decided.tool)
      .sort(),
    evidence: [
      ...verdicts.flatMap(verdict => verdict?.evidence ?? []),
      ...helpers.values(),
    ],
    confidence: decided.confidence,
  };
}

/**
 * The author of a change, as records hold one: a keyed hash, and the login in clear only of a bot or an app.
 *
 * @param actor - `annotation` is that by which users name their login; `isBot` if the source says so; `address` is that of
 * a commit
 * @public
 */
export function readAuthor(
  actor: {
    annotation: string;
    login: string;
    address?: string;
    isBot?: boolean;
  },
  context: OriginContext,
): { author: string; authorApp?: string } {
  const { annotation, login, address } = actor;
  const { origins = ORIGIN_RULES } = context;
  const isBot =
    actor.isBot ||
    (address !== undefined && toolOfAddress(address, origins) !== undefined);
  return {
    author: context.person(annotation, login),
    ...(isToolLogin(login, { isBot, context }) && { authorApp: login }),
  };
}

/** Whether an account is that of a bot or an app. @public */
export function isToolLogin(
  login: string,
  options: { isBot?: boolean; context: Pick<OriginContext, 'origins'> },
): boolean {
  const { isBot = false, context } = options;
  const { origins = ORIGIN_RULES } = context;
  return (
    isBot || toolOfLogin(login, origins, { mayBePerson: true }) !== undefined
  );
}
