import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  Entity,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';

const POLICIES = [new SchemaValidEntityPolicy(), new FieldFormatEntityPolicy()];

const KINDS = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
];

/** Whether the catalog would take an entity: its fields have the format they need, and those of its kind are there. */
export async function isValidEntity(entity: Entity): Promise<boolean> {
  try {
    for (const policy of POLICIES) {
      await policy.enforce(entity);
    }
    for (const kind of KINDS) {
      // Answers false for an entity of another kind, and throws for a bad one of its own.
      await kind.check(entity);
    }
    return true;
  } catch {
    return false;
  }
}
