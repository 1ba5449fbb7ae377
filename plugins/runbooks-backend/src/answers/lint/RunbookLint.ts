import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import {
  LintAnswer,
  lintRunbook,
  runbooksRunbookReadPermission,
} from '@fairlead/backstage-plugin-runbooks-common';

/** The linter for whoever may read runbooks. It looks at the text that it is given, and keeps nothing. */
export class RunbookLint {
  readonly #permissions: PermissionsService;

  static create(options: { permissions: PermissionsService }): RunbookLint {
    return new RunbookLint(options);
  }

  private constructor(options: { permissions: PermissionsService }) {
    this.#permissions = options.permissions;
  }

  async lint(text: string, caller: ForCaller): Promise<LintAnswer> {
    await assertAllowed(
      this.#permissions,
      runbooksRunbookReadPermission,
      caller,
    );
    return { problems: lintRunbook(text) };
  }
}
