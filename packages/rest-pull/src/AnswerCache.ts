/** Keeps validators of answers between pulls, for conditional requests. @public */
export interface AnswerCache {
  get(url: string): Promise<{ etag: string } | undefined>;
  set(url: string, answer: { etag: string }): Promise<void>;
}
