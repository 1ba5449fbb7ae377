import { Theme } from '@material-ui/core/styles';
import { WaitKind } from '@fairlead/backstage-plugin-delivery-common';

// Tol's muted scheme, which the colour-blind tell apart, at a contrast of 3 : 1 against the paper of either theme.
const LIGHT: Record<WaitKind, string> = {
  approval: '#882255',
  mergeQueue: '#aa4499',
  ci: '#2f7fb0',
  reviewPickup: '#332288',
  rework: '#c04f5f',
  deployWait: '#117733',
  coding: '#8c8c8c',
};
const DARK: Record<WaitKind, string> = {
  approval: '#e377a8',
  mergeQueue: '#cc8ad6',
  ci: '#88ccee',
  reviewPickup: '#9a9cf5',
  rework: '#f0909b',
  deployWait: '#5fbf7f',
  coding: '#8f8f8f',
};

/** The colour of a kind of wait. It always comes with the word. */
export function waitColor(theme: Theme, kind: WaitKind): string {
  return (theme.palette.type === 'dark' ? DARK : LIGHT)[kind];
}
