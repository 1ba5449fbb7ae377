export { createReviewTemplate } from './createReviewTemplate';
export type { ReviewTemplateInput } from './createReviewTemplate';
export { createRunbookDraft } from './createRunbookDraft';
export type {
  DraftLink,
  RunbookDraft,
  RunbookDraftInput,
} from './createRunbookDraft';
