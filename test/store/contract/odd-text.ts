import { expect } from 'chai';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { bot, claimWrite, commit, event, fileOf, id, job, message, must, start, T0 } from '../fixtures.ts';

const injections = [
  `' OR 1=1--`,
  `'; DROP TABLE conversations;--`,
  `'); DELETE FROM activities WHERE ('1'='1`,
  `" OR ""="`,
  `admin'/*`,
  `1; ATTACH DATABASE '/tmp/x' AS x;--`,
  `\\'; UPDATE claims SET status = 'paid';--`,
  `$1 ?1 :id @id %s {0} \${x}`,
  `%' AND 1=0 UNION SELECT * FROM keys--`,
  `_%_`,
  `'||(SELECT wrapped FROM keys LIMIT 1)||'`,
  `\u02bc\uff07 OR 1=1`,
];

/** Only where the value is sealed: a column of text need not be able to hold these. */
const odd = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800 lone',
  '\u202Egpj.exe',
  '👨‍👩‍👧‍👦'.repeat(50),
  '一'.repeat(4_000),
  '9'.repeat(400),
  '\r\n\x1b[31m',
  '𠮷野家',
  '理陪',
];

export function oddTextContract(current: Current): void {
  describe('odd text', () => {
    it('takes text that looks like SQL as text, everywhere, and counts as with harmless text', async () => {
      const { store } = current();
      const control = await start(store);
      for (const [i, text] of injections.entries()) {
        const c = await start(store, { id: id.conversation(text), channel: text, state: { text } });
        const claim = id.claim(`${text} claim`);
        await store.addFile(fileOf(c, { id: id.file(text), name: text, type: text }));
        await store.accept(message(c, text, { payload: { text }, files: [id.file(text)] }));
        await store.addDevice(text, { person: c.person, conversation: c.id, user: text, expiresAt: T0 + 1 });
        await commit(store, c, {
          said: [bot(text)],
          events: [event(claim, { id: `e${i}${text}`, via: text, data: { text } })],
          claims: [claimWrite(claim, text, { status: text, plates: [text], phones: [text] })],
          tickets: [{ id: text, kind: 'callBack', conversation: c.id, claim, at: T0, data: { text } }],
          jobs: [job(text, T0, { kind: text, conversation: c.id, payload: { text } })],
          audit: [{ what: text, data: { text } }],
        });
        expect((await store.activities(c.id, 0, 10)).map(({ payload }) => payload.text)).to.deep.equal([text, text]);
        expect((await store.pending(c.id))[0]?.files[0]).to.include({ name: text, id: text });
        expect(await store.claimByNumber(text)).to.include({ id: claim, status: text });
        expect(await store.claimsByPlate(text, T0, T0)).to.deep.equal([claim]);
        expect(await store.device(text, T0)).to.include({ user: text });
        expect(await store.events(claim)).to.have.length(1);
      }
      const many = injections.length;
      expect(await store.tickets(1_000)).to.have.length(many);
      expect(await store.dueJobs(T0, 1_000)).to.have.length(many);
      expect(await store.unfinished(1_000)).to.have.length(many);
      expect(await store.orphans(T0 + 1, 1_000)).to.have.length(0);
      expect(await store.conversation(control.id)).to.deep.equal(control);
      await store.revokeDevices(id.conversation(must(injections[0])));
      expect(await store.device(must(injections[1]), T0)).to.include({ user: injections[1] });
    });

    it('keeps every character a person can send, in words and in message keys', async () => {
      const { store } = current();
      const c = await start(store);
      for (const [i, text] of odd.entries()) {
        expect(await store.accept(message(c, text, { payload: { text, [text]: 1 } }))).to.include({
          status: 'accepted',
          seq: i + 1,
        });
        expect(await store.accept(message(c, text))).to.include({ status: 'duplicate', seq: i + 1 });
      }
      const lines = await store.activities(c.id, 0, 100);
      expect(lines.map(({ payload }) => payload.text)).to.deep.equal(odd);
    });

    it('gives back any JSON as it was', async () => {
      const { store } = current();
      let c = await start(store);
      const value = fc.jsonValue({
        maxDepth: 3,
        noNegativeZero: true,
      } as fc.JsonSharedConstraints) as fc.Arbitrary<Json>;
      const plain = (v: Json) => JSON.parse(JSON.stringify(v)) as Json;
      await fc.assert(
        fc.asyncProperty(fc.dictionary(fc.string(), value), async (made) => {
          const state = plain(made) as JsonObject;
          c = await commit(store, c, { state, said: [{ direction: 'bot', payload: state }] });
          expect(JSON.stringify(c.state)).to.equal(JSON.stringify(state));
          const [line] = await store.activities(c.id, c.version - 1, 1);
          expect(JSON.stringify(line?.payload)).to.equal(JSON.stringify(state));
        }),
        { numRuns: 60 },
      );
    });
  });
}
