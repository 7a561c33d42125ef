/** Programs take our JSON Schemas for schemas without looking (it is a part of each start): here it is looked at. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect } from 'chai';

const root = join(import.meta.dirname, '..');
const files = globSync('{api,channels,claims,law,scripts,test}/**/*.schema.json', { cwd: root });

describe('JSON Schemas', () => {
  it('are found', () => expect(files).to.include.members(['channels/directline/activity.schema.json']));

  for (const file of files)
    it(`${file} is one`, () => {
      const ajv = new Ajv({ strictTypes: false, strictRequired: false });
      formats.default(ajv);
      const schema = JSON.parse(readFileSync(join(root, file), 'utf8'));
      expect(ajv.validateSchema(schema), ajv.errorsText()).to.equal(true);
    });
});
