import { defineRoute } from '@fairlead/backend-routes';
import { AuthorizedPeople } from '../../answers/people/AuthorizedPeople';
import { PeopleBody, PeopleSchema } from '../schema/people';

export function createPeopleRoutes(options: { people: AuthorizedPeople }) {
  const { people } = options;
  return [
    defineRoute({
      operationId: 'readPeople',
      summary: 'Reads what stands for users in records',
      description:
        'So that a service can tell whose work a record is of. There is no way back: whom a person in a record stands for is not told.',
      method: 'post',
      path: '/people',
      body: PeopleBody,
      allow: ['service'],
      response: {
        description: 'Each user that was asked for, once',
        content: { 'application/json': PeopleSchema },
      },
      handle: async ({ body, credentials }) =>
        people.read(body, { credentials }),
    }),
  ];
}
