/** Forms of a settlement as a browser sends them: fields that were typed, with what the page had hidden. */
import type { Colleague, Rig } from './rig.ts';

export type Fields = Readonly<Record<string, string>>;

/** 1,000 asked, 800 accepted out of compulsory insurance. */
export const SMALL: Fields = {
  ...{ 'lines.0.item': 'medical', 'lines.0.asked': '1000', 'lines.0.accepted': '800' },
  ...{ 'lines.0.reasons.0.code': 'unrelatedTreatment', 'lines.0.reasons.0.amount': '200' },
  ...{ 'lines.0.reasons.0.paper': '费用清单', 'layers.compulsory.medical': '800' },
  ...{ 'payable.0.to': 'v1', 'payable.0.amount': '800' },
};
/** More than a colleague decides alone. */
export const LARGE: Fields = {
  ...{ 'lines.0.item': 'disability', 'lines.0.asked': '60000', 'lines.0.accepted': '60,000 元' },
  ...{ 'layers.compulsory.deathDisability': '60000', 'payable.0.to': 'v1', 'payable.0.amount': '60000' },
};

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** The form as it comes back: how it stands, and what belongs to this page of hers. */
export async function look(one: Colleague, path: string, fields: Fields, over: Fields = {}) {
  const before = await (await one.get(path)).text();
  const sent = { key: hidden(before, 'key'), version: hidden(before, 'version'), ...fields, do: 'check', ...over };
  const html = await (await one.post(path, sent)).text();
  return { html, sent: { ...sent, ...{ read: hidden(html, 'read'), do: '' } } };
}

/** Looked at, and recorded. */
export async function settle(one: Colleague, path: string, fields: Fields) {
  const { sent } = await look(one, path, fields);
  return one.post(`${path}/record`, sent);
}

export async function claimPath(one: Colleague, number: string): Promise<string> {
  const html = await (await one.post('/workbench/search', { text: number })).text();
  return /href="(\/workbench\/k\/[^"]+)"/.exec(html)?.[1] ?? '';
}

/** Of the claim as it is kept. */
export async function eventsOf({ app }: Rig, path: string) {
  return app.store.events(path.split('/').at(-1) as Parameters<typeof app.store.events>[0]);
}

export const proposalPath = (html: string): string =>
  /href="(\/workbench\/k\/[^"]+\/proposal\/[^"]+)"/.exec(html)?.[1] ?? '';
