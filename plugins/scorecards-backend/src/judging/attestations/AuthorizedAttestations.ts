import {
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { assertAllowed, ForUser, readActor } from '@fairlead/backend-routes';
import {
  AnswerActor,
  Attestation,
  scorecardsAttestationCreatePermission,
  scorecardsAttestationUpdatePermission,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { unknownEntity, VisibilityService } from '../../catalog/visibility';
import { findHiddenPart, ResultRef } from '../findHiddenPart';
import { unknownScorecard } from '../waivers/unknown';
import { AnswerRequest, AttestationService } from './AttestationService';
import { unknownAttestation } from './unknown';

/** Answers for callers from outside: about entities that they may see, for teams that they belong to. */
export class AuthorizedAttestations {
  readonly #db: Knex;
  readonly #permissions: PermissionsService;
  readonly #service: AttestationService;
  readonly #userInfo: UserInfoService;
  readonly #visibility: VisibilityService;

  static create(options: {
    db: Knex;
    permissions: PermissionsService;
    service: AttestationService;
    userInfo: UserInfoService;
    visibility: VisibilityService;
  }): AuthorizedAttestations {
    return new AuthorizedAttestations(options);
  }

  private constructor(options: {
    db: Knex;
    permissions: PermissionsService;
    service: AttestationService;
    userInfo: UserInfoService;
    visibility: VisibilityService;
  }) {
    this.#db = options.db;
    this.#permissions = options.permissions;
    this.#service = options.service;
    this.#userInfo = options.userInfo;
    this.#visibility = options.visibility;
  }

  async answer(request: AnswerRequest, caller: ForUser): Promise<Attestation> {
    await assertAllowed(
      this.#permissions,
      scorecardsAttestationCreatePermission,
      caller,
    );
    const hidden = await this.#findHidden(request, caller);
    if (hidden === 'scorecard') {
      throw unknownScorecard(request.scorecardRef);
    }
    if (hidden === 'entity') {
      throw unknownEntity(request.entityRef);
    }
    const actor = await this.#readActor(caller);
    return this.#service.answer({ ...request, actor });
  }

  async settle(
    request: { id: string; reason: string },
    caller: ForUser,
  ): Promise<Attestation> {
    await assertAllowed(
      this.#permissions,
      scorecardsAttestationUpdatePermission,
      caller,
    );
    const result = await this.#service.find(request.id);
    if (!result || (await this.#findHidden(result, caller))) {
      throw unknownAttestation(request.id);
    }
    const actor = await this.#readActor(caller);
    return this.#service.settle({ ...request, actor });
  }

  async #findHidden(result: ResultRef, caller: ForUser) {
    const visibility = await this.#visibility.ofEntities(
      [result.entityRef],
      caller,
    );
    return findHiddenPart(this.#db, result, visibility);
  }

  async #readActor({ credentials }: ForUser): Promise<AnswerActor> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    return {
      ref: userEntityRef,
      ownershipRefs: ownershipEntityRefs,
      principal: readActor(credentials).byAgent ? 'agent' : 'user',
    };
  }
}
