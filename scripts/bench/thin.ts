import { mkdtempSync } from 'node:fs';
import { Child, run, startOthers } from '/tmp/bench/scripts/bench/children.ts';
import { report, chineseWaterfall } from '/tmp/bench/scripts/bench/words.ts';
const seconds = Number(process.argv[2] ?? 3), rounds = Number(process.argv[3] ?? 3);
const others = await startOthers();
const dir = mkdtempSync('/tmp/bench-data-');
const product = await Child.start<any>('product.ts', [], { env: { PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'error', ALLOW_ANONYMOUS_CONNECTOR: '1' , ...(process.env.PROF ? {}: {})}, node: process.env.PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : [] });
console.log(product.facts);
const bots: any[] = [['product', product, report]];
if (!process.env.ONLY) {
  bots.push(['echo', await Child.start('plain/bot.js', ['echo'], { }), report]);
  bots.push(['waterfall', await Child.start('plain/bot.js', ['waterfall']), [...report, '1','2','3']]);
}
const rates: any = {};
for (let r = 0; r < rounds + 1; r++) for (const [name, bot, script] of bots) {
  const m = await run(others, bot, { script, people: 16, seconds: r === 0 ? 2 : seconds });
  console.log(r, name, (m.turns / m.seconds).toFixed(0), 't/s', 'p50', m.turn.p50.toFixed(1), 'p99', m.turn.p99.toFixed(1), 'ack', m.ack.p50.toFixed(1), m.ack.p99.toFixed(1), 'cpu', m.cpu.toFixed(0), 'rss', (m.usage.rss / 1e6).toFixed(0), 'delay', m.usage.delay.p99.toFixed(1), m.usage.delay.max.toFixed(1), 'lines/turn', (m.lines / m.turns).toFixed(2));
  if (r > 0) (rates[name] ??= []).push([m.turns / m.seconds, m.cpu]);
}
const med = (v: number[]) => v.sort((a, b) => a - b)[v.length >> 1];
for (const [name] of bots) console.log(name, 'median', med(rates[name].map((x: any) => x[0])).toFixed(0), 'cpu', med(rates[name].map((x: any) => x[1])).toFixed(0));
for (const name of ['echo', 'waterfall']) if (rates[name]) console.log('product /', name, med(rates.product.map((x: any, i: number) => x[0] / rates[name][i][0])).toFixed(3), 'cpu ratio', med(rates.product.map((x: any, i: number) => x[1] / rates[name][i][1])).toFixed(3));
for (const [, b] of bots) await b.stop();
process.exit(0);
