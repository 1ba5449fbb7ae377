import { JsonValue } from '@backstage/types';
import { isolated } from '@fairlead/bidi-text';
import { parseIsoDate } from '../text';
import { FactDeclaration, FactType } from './types';

const EXPECTED: Record<FactType, string> = {
  boolean: 'true or false',
  number: 'a number',
  string: 'a text',
  'string[]': 'a list of texts',
  duration: 'a number that is not negative',
  date: 'an ISO 8601 date',
};

function isOfType(type: FactType, value: JsonValue): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'duration':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0;
    case 'string':
      return typeof value === 'string';
    case 'string[]':
      return (
        Array.isArray(value) && value.every(item => typeof item === 'string')
      );
    case 'date':
      return parseIsoDate(value) !== undefined;
    default:
      return false;
  }
}

/**
 * What is wrong with a value sent for a declared fact, or undefined when it fits.
 *
 * @public
 */
export function validateFactValue(
  declaration: Pick<FactDeclaration, 'id' | 'type' | 'unit'>,
  value: JsonValue,
): string | undefined {
  if (isOfType(declaration.type, value)) {
    return undefined;
  }
  const unit =
    declaration.type === 'duration' && declaration.unit
      ? ` of ${declaration.unit}`
      : '';
  return isolated`Fact '${declaration.id}' is declared as ${
    declaration.type
  } and takes ${EXPECTED[declaration.type]}${unit}, not ${describe(value)}`;
}

function describe(value: JsonValue): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
