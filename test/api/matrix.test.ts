/** S14: who may call which route, from the route table; and every answer is one that openapi.json describes. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { ROUTES } from '../../api/routes.ts';
import { type Caller, caller, joined, newRig, type Rig, registration, type Said } from './rig.ts';

/** notTheirs: a webhook belongs to the key that registered it; for others there is none. */
type Verdict = 'in' | 'notTheirs' | 401 | 403;
const WHO = ['anonymous', 'revoked', 'read', 'write', 'both'] as const;
/** Checked in by hand. */
const MATRIX: Readonly<Record<string, readonly Verdict[]>> = {
  'get /api/v1/claims/{number}': [401, 401, 'in', 403, 'in'],
  'put /api/v1/claims/{number}': [401, 401, 403, 'in', 'in'],
  'post /api/v1/claims/{number}/events': [401, 401, 403, 'in', 'in'],
  'get /api/v1/reports': [401, 401, 'in', 403, 'in'],
  'get /api/v1/changes': [401, 401, 'in', 403, 'in'],
  'post /api/v1/webhooks': [401, 401, 403, 'in', 'in'],
  'get /api/v1/webhooks': [401, 401, 403, 'in', 'in'],
  'delete /api/v1/webhooks/{webhook}': [401, 401, 403, 'notTheirs', 'in'],
  'post /api/v1/webhooks/{webhook}/test': [401, 401, 403, 'notTheirs', 'in'],
  'get /api/v1/webhooks/{webhook}/dead': [401, 401, 403, 'notTheirs', 'in'],
  'post /api/v1/webhooks/{webhook}/replay': [401, 401, 403, 'notTheirs', 'in'],
  'get /api/v1/openapi.json': ['in', 'in', 'in', 'in', 'in'],
};

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
}

describe('the routes of the API', function () {
  this.timeout(60_000);
  let rig: Rig;
  let callers: Readonly<Record<(typeof WHO)[number], Caller>>;
  let described: Described;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });

  before(async () => {
    rig = await newRig();
    const revoked = await rig.key('revoked');
    await rig.app.store.revokeApiKey('revoked', 1);
    const key = async (name: string, scopes: readonly ('read' | 'write')[]) => caller(rig, await rig.key(name, scopes));
    callers = {
      ...{ anonymous: caller(rig), revoked: caller(rig, revoked) },
      ...{
        read: await key('read', ['read']),
        write: await key('write', ['write']),
        both: await key('both', ['read', 'write']),
      },
    };
    described = JSON.parse((await callers.anonymous('GET /api/v1/openapi.json')).text) as Described;
    ajv.addSchema({ $id: 'api', ...described });
    await callers.both('PUT /api/v1/claims/P1', { body: registration() });
  });
  after(() => rig.stop());

  /** A webhook of the key that may do everything, new for each call. */
  let hooks = 0;
  async function hook(): Promise<string> {
    hooks += 1;
    const { body } = await callers.both('POST /api/v1/webhooks', { body: { url: `http://127.0.0.1:9/${hooks}` } });
    return (body as unknown as { readonly id: string }).id;
  }
  const pathOf = async (path: string) => {
    const named = path.replace('{number}', 'P1');
    return named.includes('{webhook}') ? named.replace('{webhook}', await hook()) : named;
  };
  const bodyOf = (method: string, path: string) => {
    if (method === 'put') return { body: registration() };
    if (path.endsWith('/test') || method !== 'post') return {};
    if (path.endsWith('/events')) return { body: joined };
    return { body: path.endsWith('/replay') ? {} : { url: 'http://127.0.0.1:9/new' } };
  };

  function fits(path: string, method: string, { status, headers, text }: Said): void {
    const answer = described.paths[path]?.[method]?.responses[status];
    expect(answer, `${method} ${path} was answered ${status}`).not.to.equal(undefined);
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const schema = answer?.content?.[type]?.schema;
    if (text === '') return;
    expect(schema, `${status} ${type}`).not.to.equal(undefined);
    const check = ajv.compile(JSON.parse(JSON.stringify(schema ?? {}).replaceAll('"#/', '"api#/')) as object);
    expect(check(JSON.parse(text)), `${text} ${ajv.errorsText(check.errors)}`).to.equal(true);
  }

  afterEach(async () => {
    for (const { id, key } of await rig.app.store.webhooks()) await rig.app.store.removeWebhook(key, id);
  });

  it('are those of the matrix', () =>
    expect(ROUTES.map(({ method, path }) => `${method} ${path}`)).to.deep.equal(Object.keys(MATRIX)));

  for (const [line, verdicts] of Object.entries(MATRIX))
    for (const [i, who] of WHO.entries())
      it(`${line}: ${who} ${verdicts[i]}`, async () => {
        const [method = '', path = ''] = line.split(' ');
        const said = await callers[who](`${method.toUpperCase()} ${await pathOf(path)}`, bodyOf(method, path));
        const wanted = verdicts[i];
        if (wanted === 'in') expect(said.status).not.to.be.oneOf([401, 403, 404, 500]);
        else expect(said.status).to.equal(wanted === 'notTheirs' ? 404 : wanted);
        fits(path, method, said);
      });

  it('answer as described also where something is wrong', async () => {
    const claim = '/api/v1/claims/{number}';
    const call = callers.both;
    const json = { 'content-type': 'application/json' };
    fits(claim, 'get', await call('GET /api/v1/claims/none'));
    fits(claim, 'get', await call('GET /api/v1/claims/%20'));
    const seen = await call('GET /api/v1/claims/P1?as=injured:v1');
    expect([seen.status, Object.keys((seen.body as unknown as { people: object }).people)]).to.deep.equal([
      200,
      ['v1'],
    ]);
    expect(seen.text).not.to.match(/乙某|PC1/);
    fits(claim, 'get', seen);
    for (const as of ['injured', 'injured:i1', 'owner', 'insured:i1', '', 'heir:__proto__']) {
      const refused = await call(`GET /api/v1/claims/P1?as=${as}`);
      expect(refused.status, as).to.equal(400);
      fits(claim, 'get', refused);
    }
    fits(claim, 'get', await call('GET /api/v1/claims/P1', { headers: { 'if-none-match': '"1"' } }));
    fits(claim, 'put', await call('PUT /api/v1/claims/P1', { body: { parties: 1 } }));
    fits(claim, 'put', await call('PUT /api/v1/claims/P1', { body: '{', headers: json }));
    fits(claim, 'put', await call('PUT /api/v1/claims/P1', { body: 'x', headers: { 'content-type': 'text/plain' } }));
    fits(claim, 'put', await call('PUT /api/v1/claims/P1', { body: registration({ report: 'none' }) }));
    fits(`${claim}/events`, 'post', await call('POST /api/v1/claims/P1/events', { body: { type: 'gift' } }));
    fits('/api/v1/changes', 'get', await call('GET /api/v1/changes?cursor=x'));
    fits('/api/v1/reports', 'get', await call('GET /api/v1/reports?limit=900'));
  });

  it('refuse a method they do not know, as everything is refused here', async () => {
    for (const path of new Set(ROUTES.map((one) => one.path))) {
      // Nobody is limited for what was asked of another path.
      rig.clock.at += 3_600_000;
      const known = ROUTES.filter((one) => one.path === path).map(({ method }) => method.toUpperCase());
      for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'].filter((one) => !known.includes(one))) {
        const said = await callers.both(`${method} ${await pathOf(path)}`);
        expect([said.status, said.body.title], `${method} ${path}`).to.deep.equal([405, 'MethodNotAllowed']);
        expect(said.headers.get('content-type')).to.equal('application/problem+json');
        expect(said.headers.get('allow')).to.equal(known.join(', '));
      }
      for (const { id, key } of await rig.app.store.webhooks()) await rig.app.store.removeWebhook(key, id);
    }
  });

  it('have a name in the trail, in each language', () => {
    for (const { id, scope } of ROUTES)
      for (const lang of ['zh-CN', 'en'] as const)
        expect(scope === null || rig.app.renderer.has(lang, `desk.did.api_${id}`), `${lang} ${id}`).to.equal(true);
  });

  it('are described whole: every reference leads somewhere, every part of a path is a parameter', () => {
    const text = JSON.stringify(described);
    const names = Object.keys(described.components.schemas);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(names).to.include(name);
    expect(text).not.to.include('#/definitions/');
    const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, ...operation })),
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).to.equal(ROUTES.length);
    for (const { path, parameters } of operations)
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`)).to.deep.equal(
        path.match(/\{\w+\}/g) ?? [],
      );
    for (const schema of Object.values(described.components.schemas))
      expect(new Ajv2020({ strict: false }).validateSchema(schema)).to.equal(true);
  });
});
