import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** The runbooks of the demo as their authors wrote them. */
export async function readWrittenRunbooks(folder: string): Promise<Entity[]> {
  const files = (await readdir(folder)).filter(file => /\.yaml$/.test(file));
  const texts = await Promise.all(
    files.map(file => readFile(join(folder, file), 'utf8')),
  );
  return texts
    .flatMap(text => parseAllDocuments(text).map(each => each.toJS() as Entity))
    .filter(({ kind }) => kind === 'Runbook');
}

/** The runbooks of the demo as the catalog answers them, with their texts. */
export async function readServedRunbooks(folder: string): Promise<Entity[]> {
  const written = await readWrittenRunbooks(folder);
  return Promise.all(
    written.map(async entity => {
      const file = (entity.spec?.text as JsonObject | undefined)?.$text;
      return {
        ...entity,
        metadata: {
          namespace: 'default',
          ...entity.metadata,
          uid: `runbook:default/${entity.metadata.name}`,
        },
        spec: {
          ...entity.spec,
          ...(typeof file === 'string' && {
            text: await readFile(join(folder, file), 'utf8'),
          }),
        },
        relations: [
          {
            type: 'ownedBy',
            targetRef: `group:default/${entity.spec?.owner}`,
          },
        ],
      };
    }),
  );
}
