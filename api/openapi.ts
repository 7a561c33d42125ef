/** OpenAPI 3.1 of the routes, from the schemas that they are checked by. */
import type { Route } from './routes.ts';
import { DEFINITIONS } from './schemas.ts';

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object, type = 'application/json') => ({ content: { [type]: { schema } } });

/** Which refusals a route knows, beside those that all know. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  401: 'No key, or none that works',
  403: 'The key lacks the scope',
  404: 'There is no claim of this number, or no webhook of this id',
  409: 'Another request came first, or the Idempotency-Key was used for another body',
  412: 'If-Match or If-None-Match does not hold',
  408: 'The body arrives too slowly',
  413: 'The body is larger than 1 MB',
  415: 'The body is not application/json',
  422: 'The body does not fit, or what it tells is impossible now',
  429: 'Too many requests: Retry-After says when',
  500: 'Something went wrong here: the number of the incident is in detail',
  503: 'Not now: Retry-After says when',
};
const SUCCESSES: Readonly<Record<number, string>> = { 200: 'Done', 201: 'Made', 304: 'Nothing is different' };

function refusalsOf({ method, path, scope, takes }: Route): readonly number[] {
  if (scope === null) return [404, 429, 500, 503];
  const body = takes ? [408, 409, 412, 413, 415, 422] : [];
  // A claim that does not exist is made by PUT.
  const missing = /\{\w+\}/.test(path) && method !== 'put' ? [404] : [];
  return [400, 401, 403, ...missing, ...body, 429, 500, 503];
}

const header = (name: string, description: string) => ({
  ...{ name, in: 'header', required: false, description, schema: { type: 'string', maxLength: 100 } },
});
const HEEDED: Readonly<Record<Route['heeds'][number], readonly object[]>> = {
  as: [
    {
      ...{ name: 'as', in: 'query', required: false, schema: { type: 'string', maxLength: 50 } },
      description:
        'What somebody would see: insured, driver, adjuster, or injured:, heir: or agent: with the id of the party',
    },
  ],
  cursor: [
    {
      ...{
        name: 'cursor',
        in: 'query',
        required: false,
        description: '`next` of the page before; absent: from the start',
      },
      schema: { type: 'string', pattern: '^[0-9]{1,15}$' },
    },
    { name: 'limit', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } },
  ],
  ifMatch: [header('If-Match', 'The ETag that the change is made from')],
  ifNoneMatch: [header('If-None-Match', 'An ETag (GET), or * (PUT: only where there is none)')],
  idempotency: [header('Idempotency-Key', 'The same key and body: the same answer, done once; kept for eight days')],
};
const WEBHOOK = { name: 'webhook', in: 'path', required: true, description: 'The id that registering gave' };
const NUMBER = { name: 'number', in: 'path', required: true, description: "The insurer's own number" };

const parametersOf = ({ path, heeds }: Route): readonly object[] => [
  ...(path.includes('{number}') ? [{ ...NUMBER, schema: refTo('Number') }] : []),
  ...(path.includes('{webhook}') ? [{ ...WEBHOOK, schema: refTo('WebhookId') }] : []),
  ...heeds.flatMap((one) => HEEDED[one]),
];

function answersOf(route: Route): object {
  const { statuses, gives } = route;
  const good = statuses.map((status) => {
    const content = status === 304 ? {} : json(gives ? refTo(gives) : { type: 'object' });
    return [status, { description: SUCCESSES[status] ?? '', ...content }] as const;
  });
  const problem = json(refTo('Problem'), 'application/problem+json');
  const bad = refusalsOf(route).map((status) => [status, { description: REFUSALS[status], ...problem }] as const);
  return Object.fromEntries([...good, ...bad]);
}

function bodyOf({ takes }: Route): object {
  const [only, ...others] = (takes ?? []).map(refTo);
  if (!only) return {};
  return { requestBody: { required: true, ...json(others.length === 0 ? only : { oneOf: [only, ...others] }) } };
}

const operationOf = (route: Route): object => ({
  ...{ operationId: route.id, summary: route.about, parameters: parametersOf(route), ...bodyOf(route) },
  ...{ responses: answersOf(route), security: route.scope === null ? [] : [{ key: [route.scope] }] },
});

export function openApi(routes: readonly Route[]): object {
  const paths = Map.groupBy(routes, ({ path }) => path);
  const moved = JSON.stringify(DEFINITIONS).replaceAll('"#/definitions/', '"#/components/schemas/');
  return {
    openapi: '3.1.0',
    info: { title: 'lipei: the API of the claim system', version: '1' },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths: Object.fromEntries(
      [...paths].map(([path, list]) => [path, Object.fromEntries(list.map((one) => [one.method, operationOf(one)]))]),
    ),
    components: {
      schemas: JSON.parse(moved) as object,
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'npm run api:key' } },
    },
  };
}
