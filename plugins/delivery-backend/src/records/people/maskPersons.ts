import { JsonObject, JsonValue } from '@backstage/types';
import { MASK } from './mask';
import { maskAddresses } from './maskAddresses';
import {
  isFieldOfPerson,
  isHarmless,
  isNameOfAccount,
  isNaming,
  isOrganisation,
  looksLikePerson,
} from './personFields';
import { PersonNames } from './PersonNames';

/** Deeper than any payload that makes sense. What lies below is not looked at, and so not shown. */
const MAX_DEPTH = 100;

const TIMESTAMP =
  /^\d{4}-\d\d-\d\d([T ][\d:.]{1,20}(Z| UTC| ?[+-]\d\d:?\d\d)?)?$/;

/** Where the walk through a payload is. */
interface Place {
  /** The name of the field, or of the list that holds the value. */
  field: string;
  /** What stands here is of a person. */
  isPerson: boolean;
  depth: number;
}

const TOP: Place = { field: '', isPerson: false, depth: 0 };

/**
 * A payload without the persons in it: whatever stands in a field of a person, addresses and mentions in any text, and the
 * names of such fields wherever else they are written. Repositories, commits, times and the structure stay.
 *
 * @remarks
 *
 * It goes by kinds of fields and not by what certain systems send: what could not be read may look like anything.
 *
 * @param options - `hosts`: what systems are called that have accounts of their own, which are no persons
 */
export function maskPersons(
  payload: JsonValue,
  options: { hosts?: readonly string[] } = {},
): {
  payload: JsonValue;
  /** Masks the same persons in a text about the payload. */
  maskText(text: string): string;
} {
  const names = new PersonNames(options.hosts ?? []);
  collectNames(payload, TOP, names);
  const maskText = (text: string) =>
    names.maskIn(text.includes('@') ? maskAddresses(text) : text);
  return { payload: maskValue(payload, TOP, maskText), maskText };
}

function maskValue(
  value: JsonValue,
  place: Place,
  maskText: (text: string) => string,
): JsonValue {
  if (typeof value === 'string') {
    return place.isPerson && !TIMESTAMP.test(value) ? MASK : maskText(value);
  }
  if (typeof value === 'number') {
    return place.isPerson ? MASK : value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (place.depth === MAX_DEPTH) {
    return MASK;
  }
  if (Array.isArray(value)) {
    const inner = { ...place, depth: place.depth + 1 };
    return value.map(item => maskValue(item, inner, maskText));
  }
  return Object.fromEntries(
    fieldsOf(value, place).map(([key, item, inner]) => [
      maskText(key),
      maskValue(item, inner, maskText),
    ]),
  );
}

function collectNames(value: JsonValue, place: Place, names: PersonNames) {
  if (typeof value === 'string') {
    if (place.isPerson && isNaming(place.field)) {
      names.add(value);
    }
  } else if (
    typeof value === 'object' &&
    value !== null &&
    place.depth < MAX_DEPTH
  ) {
    if (Array.isArray(value)) {
      const inner = { ...place, depth: place.depth + 1 };
      value.forEach(item => collectNames(item, inner, names));
    } else {
      fieldsOf(value, place).forEach(([, item, inner]) =>
        collectNames(item, inner, names),
      );
    }
  }
}

/** The fields of an object, with whether they are of a person. */
function fieldsOf(
  value: JsonObject,
  { field, isPerson, depth }: Place,
): [key: string, value: JsonValue, place: Place][] {
  const isOwnName = isOrganisation(field, value)
    ? isNameOfAccount
    : () => false;
  const looksSo = !isPerson && looksLikePerson(field, value);
  return Object.entries(value).map(([key, item = null]) => {
    const isSimple = typeof item !== 'object';
    // An object with an e-mail address can be the whole payload, not a person.
    const isOfPerson = isPerson || (looksSo && isSimple);
    return [
      key,
      item,
      {
        field: key,
        isPerson: isOfPerson
          ? !isHarmless(key)
          : isFieldOfPerson(key, item) && !isOwnName(key),
        depth: depth + 1,
      },
    ];
  });
}
