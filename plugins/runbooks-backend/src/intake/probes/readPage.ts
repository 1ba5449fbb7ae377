import {
  ProbedPage,
  readRunbookOutline,
} from '@fairlead/backstage-plugin-runbooks-common';
import { readHtmlPage } from './readHtmlPage';

/** A text that came from an address. */
export interface FetchedText {
  /** Where it came from in the end. */
  url: string;
  contentType?: string;
  text: string;
  isTooLong: boolean;
}

/** A page, and what it says in Markdown. */
export interface ReadPage {
  page: ProbedPage;
  markdown: string;
}

const READABLE =
  /^(?:text\/|application\/(?:xhtml\+xml|markdown|x-markdown|vnd\.github\S*)\b)/i;

const MARKDOWN_FILE = /\.(?:md|markdown|txt)$/i;

/** Reads a page of HTML or Markdown; undefined for anything else, such as an image. */
export function readPage(fetched: FetchedText): ReadPage | undefined {
  const { contentType = '', isTooLong, text, url } = fetched;
  const isFile = MARKDOWN_FILE.test(new URL(url).pathname);
  if (contentType !== '' && !READABLE.test(contentType) && !isFile) {
    return undefined;
  }
  if (/html/i.test(contentType) || /^\s*<(?:!doctype html|html)/i.test(text)) {
    const { markdown, ...page } = readHtmlPage(text, url);
    return { page: { ...page, isTooLong }, markdown };
  }
  const { anchors, words, title } = readRunbookOutline(text);
  return {
    page: {
      isHtml: false,
      title: title?.text,
      anchors,
      words,
      hasPassword: false,
      isSignOnForm: false,
      isTooLong,
    },
    markdown: text,
  };
}
