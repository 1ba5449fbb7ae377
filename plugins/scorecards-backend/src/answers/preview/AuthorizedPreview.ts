import { PermissionsService } from '@backstage/backend-plugin-api';
import { scorecardsScorecardPreviewPermission } from '@fairlead/backstage-plugin-scorecards-common';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import { VisibilityService, ForVisible } from '../../catalog/visibility';
import { Preview, PreviewRequest } from './Preview';

/** Previews over what the caller may see. */
export class AuthorizedPreview implements Preview<ForCaller> {
  readonly #preview: Preview<ForVisible>;
  readonly #permissions: PermissionsService;
  readonly #visibility: VisibilityService;

  static create(
    preview: Preview<ForVisible>,
    options: { permissions: PermissionsService; visibility: VisibilityService },
  ): AuthorizedPreview {
    return new AuthorizedPreview(preview, options);
  }

  private constructor(
    preview: Preview<ForVisible>,
    options: { permissions: PermissionsService; visibility: VisibilityService },
  ) {
    this.#preview = preview;
    this.#permissions = options.permissions;
    this.#visibility = options.visibility;
  }

  async run(request: PreviewRequest, caller: ForCaller) {
    await assertAllowed(
      this.#permissions,
      scorecardsScorecardPreviewPermission,
      caller,
    );
    const visibility = request.entityRefs
      ? await this.#visibility.ofEntities(request.entityRefs, caller)
      : await this.#visibility.ofCatalog(caller);
    return this.#preview.run(request, { visibility });
  }
}
