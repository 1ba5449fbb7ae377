import { insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { DbSecretRow } from '../../database/tables';

const NAME = 'person-key';

/** The key of {@link hashPerson}: made by whichever process asks first, the same for all of them ever after. */
export async function readPersonKey(db: Knex): Promise<Buffer> {
  await insertRows(db, {
    table: 'secrets',
    columns: { name: 'text', value: 'text' },
    rows: [{ name: NAME, value: randomBytes(32).toString('base64') }],
    onConflict: { key: ['name'], ignore: true },
  });
  const row = await db<DbSecretRow>('secrets').where('name', NAME).first();
  return Buffer.from(row!.value, 'base64');
}
