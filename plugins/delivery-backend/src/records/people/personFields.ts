import { JsonObject, JsonValue } from '@backstage/types';

/** Words in the name of a field that holds a person or something of one: `requested_reviewers`, `user_name`. */
const ROLES = setOf(`
  account actor agent acknowledger approver assignee assigner author avatar caller collaborator commenter committer
  contact contributor creator email gravatar initiator login mail maintainer member mention mentioned nickname operator
  organizer owner participant people person phone pusher recipient reporter requester resolver responder reviewer sender
  signer submitter subscriber tagger trigger triggerer user username watcher`);

/** Fields that are a name of a person wherever they stand. */
const NAMES = setOf(`
  displayname familyname firstname givenname lastname realname surname`);

/** Fields that only persons have: what stands beside them is of the same person. */
const ONLY_OF_PERSONS = new Set([
  'avatar url',
  'email',
  'gravatar id',
  'login',
  'mail',
  'nickname',
  'username',
]);

/** What accounts of organisations have as well. */
const OF_ACCOUNTS = setOf('avatar gravatar login username');

/** Those that have accounts like persons, and what has an owner or a picture. */
const ORGANISATIONS = setOf(`
  app company enterprise group namespace org organisation organization project repository team`);

/** Fields of a person that say nothing of who it is. */
const HARMLESS = setOf('date kind state timestamp type');

/** The last words of fields that name a person in a way that may be written elsewhere, too. */
const NAMING = setOf(
  `by email handle login mail name nickname summary username`,
);

/** The words of a field's name in lower case and the singular: `mergedBy` and `merged_by` are the same two. */
function wordsOf(field: string): string[] {
  return field
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .map(word => (word.length > 3 ? word.replace(/s$/, '') : word));
}

/** Whether a field holds a person, or something of one, by what it is called. */
export function isFieldOfPerson(
  field: string,
  value: JsonValue | undefined,
): boolean {
  const words = wordsOf(field);
  return (
    !isAccountOfOrganisation(value) &&
    (NAMES.has(words.join('')) ||
      words.at(-1) === 'by' ||
      words.some(word => ROLES.has(word)))
  );
}

/** Whether a field of a person says nothing of who it is. */
export function isHarmless(field: string): boolean {
  return HARMLESS.has(wordsOf(field).join(''));
}

/** Whether what a field of a person holds may be written elsewhere, too: a name, and no address of a picture. */
export function isNaming(field: string): boolean {
  const words = wordsOf(field);
  const last = words.at(-1) ?? '';
  return NAMES.has(words.join('')) || NAMING.has(last) || ROLES.has(last);
}

/** Whether an object is a person by what it has, in a field whose name does not tell. */
export function looksLikePerson(field: string, value: JsonObject): boolean {
  return (
    !isOrganisation(field, value) &&
    Object.keys(value).some(key => ONLY_OF_PERSONS.has(wordsOf(key).join(' ')))
  );
}

/** Whether an object stands for an organisation, a team or a repository. */
export function isOrganisation(field: string, value: JsonObject): boolean {
  return (
    isAccountOfOrganisation(value) ||
    ORGANISATIONS.has(wordsOf(field).at(-1) ?? '')
  );
}

/** Whether a field says how an account is called or looks. */
export function isNameOfAccount(field: string): boolean {
  return wordsOf(field).some(word => OF_ACCOUNTS.has(word));
}

/** GitHub says of an account whose it is. */
function isAccountOfOrganisation(value: JsonValue | undefined): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    value.type === 'Organization'
  );
}

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(word => word !== ''));
}
