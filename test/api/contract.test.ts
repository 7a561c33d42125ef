/**
 * The API against its own document: for each body that openapi.json describes, what it requires is missed, what it does not know
 * is refused, and what has another type is named by its pointer; every answer that comes has a documented status and shape.
 */
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect } from 'chai';
import { StoreUnavailable } from '../../store/errors.ts';
import {
  type Caller,
  caller,
  injured,
  insured,
  joined,
  newRig,
  type Rig,
  registration,
  type Said,
  settlement,
} from './rig.ts';

type Schema = Readonly<Record<string, unknown>>;
interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const at = '2026-11-20';
const hours = { days: [1, 2], opens: '09:00', closes: '18:00' };
/** One that fits of each body, by the name of its schema. */
const FITTING: Readonly<Record<string, Record<string, unknown>>> = {
  Registration: registration(),
  StageEvent: { ...joined },
  PaperEvent: { type: 'paper', change: 'received', document: 'diagnosis', person: 'v1', at },
  PaperRequestEvent: { type: 'paperRequest', document: 'invoices', person: 'v1', who: '王', why: '核对', at },
  PromiseEvent: { type: 'promise', what: '回电', by: '2026-12-01T10:00:00+08:00', who: '王', to: 'v1' },
  PromiseKeptEvent: { type: 'promiseKept', promise: 'p', who: '王' },
  LiabilityEvent: { type: 'liability', by: 'police', made: at, shares: [{ party: 'i1', share: 'full' }] },
  SettlementEvent: { type: 'settlement', settlement: settlement() },
  AdvanceEvent: { type: 'advance', advance: 'a1', change: 'requested', person: 'v1', route: 'compulsory', at },
  PaymentEvent: {
    ...{ type: 'payment', to: { party: 'v1' }, amount: '1.00', at, reference: 'R1' },
    for: { settlement: { victim: 'v1', version: 1 } },
  },
  AssignmentEvent: { type: 'assignment', name: '王', phone: '0731-88886666', hours, at },
  CommunicationEvent: { type: 'communication', kind: 'visit', who: '王', at },
  WebhookWish: { url: 'http://127.0.0.1:9/x' },
  ReplayWish: {},
};
/** What no field of ours accepts in the place of its own. */
const WRONG: readonly unknown[] = [null, [], true, -1, 1e300, { __other: 1 }, '\u0000', 'x'.repeat(5000)];

describe('the API and its document', function () {
  this.timeout(120_000);
  let rig: Rig;
  let call: Caller;
  let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true });
  formats.default(ajv);
  for (const format of ['moment', 'instant']) ajv.addFormat(format, () => true);
  before(async () => {
    rig = await newRig();
    call = caller(rig, await rig.key('core'));
    const { body, text } = await call('GET /api/v1/openapi.json');
    expect(body).to.be.an('object');
    const document = JSON.parse(text);
    ({ paths } = document);
    ajv.addSchema({ ...document, $id: 'openapi' });
    await call('PUT /api/v1/claims/P1', { body: registration({ parties: [insured, injured] }) });
  });
  after(() => rig.stop());

  const bodies = function* () {
    for (const [path, methods] of Object.entries(paths))
      for (const [method, operation] of Object.entries(methods)) {
        const schema = operation.requestBody?.content['application/json']?.schema;
        const names = [schema?.oneOf ?? schema ?? []].flat() as unknown as readonly { readonly $ref: string }[];
        for (const { $ref } of names) {
          const name = $ref.split('/').at(-1) ?? '';
          yield {
            line: `${method.toUpperCase()} ${path.replace('{number}', 'P1').replace(/\{\w+\}/, 'wh_0')}`,
            operation,
            name,
          };
        }
      }
  };
  /** The answer is one of those that the document has for this route. */
  function expectDocumented(said: Said, { operationId, responses }: Operation): void {
    const told = responses[said.status];
    expect(Object.keys(responses), `${operationId} ${said.status} ${said.text.slice(0, 200)}`).to.include(
      String(said.status),
    );
    const type = (said.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const schema = told?.content?.[type]?.schema;
    if (!schema || said.text === '') return;
    const fits = ajv.compile({ ...schema, $ref: schema.$ref ? `openapi${schema.$ref}` : undefined });
    expect(fits(JSON.parse(said.text)), `${operationId} ${said.status}: ${JSON.stringify(fits.errors)}`).to.equal(true);
  }

  it('has a body that fits for each schema that is taken', () => {
    for (const { name, line } of bodies()) expect(Object.keys(FITTING), line).to.include(name);
  });

  it('names by its pointer what is missing, unknown or of another type; nothing of it is an error of ours', async () => {
    let tried = 0;
    for (const { line, operation, name } of bodies()) {
      const fitting = FITTING[name] ?? {};
      const send = async (body: unknown, pointer: RegExp): Promise<void> => {
        const said = await call(line, { body });
        tried += 1;
        // A key may ask so often a minute.
        if (tried % 40 === 0) rig.clock.at += 60_000;
        expectDocumented(said, operation);
        // A webhook that does not exist is not found whatever is sent.
        if (line.includes('wh_0')) return;
        expect(said.status, `${line} ${JSON.stringify(body).slice(0, 150)}`).to.equal(422);
        const pointers = said.body.errors.map((error) => error.pointer);
        expect(
          pointers.some((one) => pointer.test(one)),
          `${line} ${pointer}: ${pointers}`,
        ).to.equal(true);
      };
      await send({ ...fitting, unheardOf: 1 }, /^\/unheardOf$/);
      for (const field of Object.keys(fitting)) {
        if (field === 'type') continue;
        for (const wrong of WRONG) {
          // Where any text will do, only its length and its kind can be wrong.
          if (typeof wrong === 'string' && typeof fitting[field] === 'string' && wrong.length < 100) continue;
          if (Array.isArray(wrong) && Array.isArray(fitting[field])) continue;
          await send({ ...fitting, [field]: wrong }, new RegExp(`^/${field}`));
        }
      }
    }
    expect(tried).to.be.greaterThan(300);
  });

  it('answers every reading with what it says it does, and refusals in one shape', async () => {
    for (const [path, methods] of Object.entries(paths)) {
      const operation = methods.get;
      if (!operation) continue;
      const line = `GET ${path.replace('{number}', 'P1').replace(/\{\w+\}/, 'wh_0')}`;
      expectDocumented(await call(line), operation);
      if (path.endsWith('openapi.json')) continue;
      expectDocumented(await caller(rig)(line), operation);
      expectDocumented(await caller(rig, 'lk_none_of_ours')(line), operation);
      expectDocumented(await call(`${line}?cursor=x&limit=99999&as=nobody`), operation);
    }
  });

  it('says so in its own shape when a key asks too often, and when the fault is ours', async () => {
    const operation = paths['/api/v1/claims/{number}']?.get;
    if (!operation) throw new Error('a claim can be read');
    const store = rig.app.store as { claimOfInsurer: unknown };
    const own = store.claimOfInsurer;
    for (const [status, error] of [
      [503, new StoreUnavailable()],
      [500, new Error('13800138000 is nobody’s business')],
    ] as const) {
      store.claimOfInsurer = () => Promise.reject(error);
      const said = await call('GET /api/v1/claims/P1');
      store.claimOfInsurer = own;
      expect(said.status).to.equal(status);
      expectDocumented(said, operation);
      expect(said.text).to.not.include('13800138000');
    }
    rig.clock.at += 60_000;
    let said = await call('GET /api/v1/claims/P1');
    for (let asked = 0; said.status === 200 && asked < 2_000; asked += 1) said = await call('GET /api/v1/claims/P1');
    expect(said.status).to.equal(429);
    expectDocumented(said, operation);
    expect(Number(said.headers.get('retry-after'))).to.be.within(1, 60);
  });
});
