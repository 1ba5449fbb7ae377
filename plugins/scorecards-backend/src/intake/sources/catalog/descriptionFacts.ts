import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  declareBoolean,
  declareCount,
  FactGroup,
  isKind,
  TIME_TO_LIVE,
} from './FactGroup';
import { hasOnCall } from './hasOnCall';

const DOCS_ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];
const SOURCE_ANNOTATION = 'backstage.io/source-location';

/** How well an entity describes itself. */
export const descriptionFacts: FactGroup = {
  facts: [
    declareBoolean(
      'catalog.description.present',
      'Description present',
      'Whether the entity has a description.',
    ),
    {
      ...declareCount(
        'catalog.description.length',
        'Length of the description',
        'How many characters the description has; 0 without one.',
      ),
      unit: 'characters',
    },
    declareCount('catalog.tags.count', 'Tags', 'How many tags the entity has.'),
    declareCount(
      'catalog.links.count',
      'Links',
      'How many links the entity has.',
    ),
    declareBoolean(
      'catalog.docs.present',
      'Documentation present',
      'Whether the entity points to its TechDocs.',
    ),
    declareBoolean(
      'catalog.source.present',
      'Source present',
      'Whether the catalog knows where the source code lies.',
    ),
    declareBoolean(
      'catalog.onCall.present',
      'On-call annotation present',
      'Whether the entity itself carries an annotation of an on-call tool.',
    ),
    {
      id: 'catalog.entity.lastChanged',
      type: 'date',
      title: 'Last changed',
      description:
        'When anything about the entity was last seen to change in the catalog, its relations included; when it was first seen, if nothing changed since.',
      timeToLive: TIME_TO_LIVE,
    },
  ],
  observe(entity, { lastChanged }) {
    const { annotations = {}, description = '', tags, links } = entity.metadata;
    return {
      'catalog.description.present': description.trim() !== '',
      'catalog.description.length': [...description.trim()].length,
      'catalog.tags.count': tags?.length ?? 0,
      'catalog.links.count': links?.length ?? 0,
      ...(!isKind(entity, 'group') && {
        'catalog.docs.present': DOCS_ANNOTATIONS.some(name =>
          Boolean(annotations[name]),
        ),
        'catalog.source.present': Boolean(annotations[SOURCE_ANNOTATION]),
      }),
      'catalog.onCall.present': hasOnCall(entity),
      'catalog.entity.lastChanged': lastChanged(stringifyEntityRef(entity)),
    };
  },
};
