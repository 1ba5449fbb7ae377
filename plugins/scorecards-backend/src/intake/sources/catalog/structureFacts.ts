import {
  Entity,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_HAS_PART,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  countRelations,
  declareBoolean,
  declareCount,
  FactGroup,
  isKind,
} from './FactGroup';

/** Where an entity stands in the catalog. Each fact is said only of the kinds that it makes sense for. */
export const structureFacts: FactGroup = {
  facts: [
    declareBoolean(
      'catalog.system.present',
      'System present',
      'Whether a component, API or resource is part of a system that exists.',
    ),
    declareBoolean(
      'catalog.domain.present',
      'Domain present',
      'Whether a system is part of a domain that exists.',
    ),
    declareBoolean(
      'catalog.lifecycle.present',
      'Lifecycle present',
      'Whether a component or API says where it stands in its life.',
    ),
    declareBoolean(
      'catalog.apiDefinition.present',
      'API definition present',
      'Whether an API has a definition that is not empty.',
    ),
    declareCount(
      'catalog.api.providers',
      'Providers of the API',
      'How many components provide an API.',
    ),
    declareCount(
      'catalog.api.consumers',
      'Consumers of the API',
      'How many components say that they consume an API.',
    ),
    declareCount(
      'catalog.parts.count',
      'Parts',
      'How many entities are part of a system or domain.',
    ),
    declareCount(
      'catalog.relations.dangling',
      'Dangling relations',
      'How many relations of the entity lead to something that is not in the catalog.',
    ),
  ],
  observe(entity, { exists }) {
    const lifecycle = entity.spec?.lifecycle;
    const definition = entity.spec?.definition;
    return {
      ...(isKind(entity, 'component', 'api', 'resource') && {
        'catalog.system.present': isPartOf(entity, 'system', exists),
      }),
      ...(isKind(entity, 'system') && {
        'catalog.domain.present': isPartOf(entity, 'domain', exists),
      }),
      ...(isKind(entity, 'component', 'api') && {
        'catalog.lifecycle.present':
          typeof lifecycle === 'string' && lifecycle !== '',
      }),
      ...(isKind(entity, 'api') && {
        'catalog.apiDefinition.present':
          typeof definition === 'string' && definition.trim() !== '',
        'catalog.api.providers': countRelations(
          entity,
          RELATION_API_PROVIDED_BY,
        ),
        'catalog.api.consumers': countRelations(
          entity,
          RELATION_API_CONSUMED_BY,
        ),
      }),
      ...(isKind(entity, 'system', 'domain') && {
        'catalog.parts.count': countRelations(entity, RELATION_HAS_PART),
      }),
      'catalog.relations.dangling': new Set(
        (entity.relations ?? [])
          .map(({ targetRef }) => targetRef)
          .filter(ref => !exists(ref)),
      ).size,
    };
  },
};

function isPartOf(
  entity: Entity,
  kind: string,
  exists: (entityRef: string) => boolean,
): boolean {
  return (entity.relations ?? []).some(
    ({ type, targetRef }) =>
      type === RELATION_PART_OF &&
      parseEntityRef(targetRef).kind === kind &&
      exists(targetRef),
  );
}
