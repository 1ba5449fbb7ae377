import {
  readRunbookOutline,
  UseStep,
} from '@fairlead/backstage-plugin-runbooks-common';

/** A checklist that is longer is none; the text is there to be read. */
const MAX_STEPS = 500;

const MAX_TEXT = 2_000;

/** The steps of a text as they are now, none done: what happens to the text later leaves a use alone. */
export function snapshotSteps(text: string | undefined): UseStep[] {
  const { steps } = readRunbookOutline(text ?? '');
  return steps.slice(0, MAX_STEPS).map(step => ({
    id: step.id,
    text: shorten(step.text),
    ...(step.section && { section: shorten(step.section) }),
    done: false,
  }));
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
