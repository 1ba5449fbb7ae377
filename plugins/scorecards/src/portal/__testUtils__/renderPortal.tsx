import { NotFoundError } from '@backstage/errors';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { addressElement } from '@fairlead/frontend-parts/testUtils';
import { fireEvent } from '@testing-library/react';
import { ScorecardsApi, scorecardsApiRef } from '../../api';
import { ScorecardsScmApi, scorecardsScmApiRef } from '../../fixes/scm';
import { scorecardsPlugin } from '../../plugin';
import { createExampleApi } from '../__fixtures__';

const NO_HOSTS: ScorecardsScmApi = {
  findHost: () => undefined,
  readFile: async file => {
    throw new NotFoundError(`No host is known for ${file}`);
  },
  openPullRequest: async ({ file }) => {
    throw new NotFoundError(`No host is known for ${file}`);
  },
};

/** Renders the portal page as the plugin brings it into an app; the address is shown in an output. */
export function renderPortal(
  path: string,
  options: {
    entities?: number;
    api?: Partial<ScorecardsApi>;
    /** The groups that the reader belongs to. */
    groups?: string[];
    /** The hosts of source code; none when left out. */
    scm?: ScorecardsScmApi;
  } = {},
) {
  const { entities = 12 } = options;
  const example = createExampleApi({ entities, now: Date.now() });
  const api = { ...example, ...options.api };
  return renderTestApp({
    features: [scorecardsPlugin],
    extensions: [addressElement],
    initialRouteEntries: [`/scorecards${path}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [scorecardsApiRef, api],
      [scorecardsScmApiRef, options.scm ?? NO_HOSTS],
      [
        catalogApiRef,
        catalogApiMock({
          entities: example.subjects.map(({ entity }) => entity),
        }),
      ],
      mockApis.permission(),
      mockApis.identity({ ownershipEntityRefs: options.groups ?? [] }),
    ],
  });
}

/** Gives elements a size and lets them scroll, without which a virtual list draws nothing. */
export function giveElementsSize() {
  jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  jest
    .spyOn(HTMLElement.prototype, 'clientWidth', 'get')
    .mockReturnValue(1_200);
  jest
    .spyOn(HTMLElement.prototype, 'scrollHeight', 'get')
    .mockReturnValue(100_000);
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  HTMLElement.prototype.scrollTo = function scrollTo(
    this: HTMLElement,
    options?: ScrollToOptions | number,
  ) {
    if (typeof options === 'object') {
      this.scrollTop = options.top ?? this.scrollTop;
      // Browsers fire the scroll event asynchronously.
      setTimeout(() => fireEvent.scroll(this));
    }
  };
}
