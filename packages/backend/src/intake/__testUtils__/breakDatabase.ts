import { Knex } from 'knex';

/** How a database can be away. */
export type Trouble = 'refused' | 'stopped' | 'full' | 'all connections taken';

const errorOf = (message: string, code?: string) =>
  Object.assign(new Error(message), code && { code });

/** Takes a database away under the hands of those who use it; what is answered gives it back. */
export function breakDatabase(knex: Knex, trouble: Trouble): () => void {
  const { client } = knex;
  const { acquireConnection, _query } = client;
  const isPostgres = client.config.client === 'pg';
  const fail = (statement: string): Error | undefined => {
    if (trouble === 'stopped') {
      return errorOf('terminating connection due to shutdown', '57P01');
    }
    if (trouble === 'full' && /^\s*(insert|update|delete)/i.test(statement)) {
      return isPostgres
        ? errorOf('could not extend file: No space left on device', '53100')
        : errorOf('database or disk is full', 'SQLITE_FULL');
    }
    return undefined;
  };
  client.acquireConnection = async () => {
    if (trouble === 'refused') {
      throw errorOf('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED');
    }
    if (trouble === 'all connections taken') {
      throw errorOf(
        'Timeout acquiring a connection. The pool is probably full',
      );
    }
    return acquireConnection.call(client);
  };
  client._query = async (connection: unknown, query: { sql: string }) => {
    const error = fail(query.sql);
    if (error) {
      throw error;
    }
    return _query.call(client, connection, query);
  };
  return () => Object.assign(client, { acquireConnection, _query });
}
