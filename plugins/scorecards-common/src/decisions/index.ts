export type { Decision, PrincipalKind } from './types';
