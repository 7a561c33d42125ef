import { expect } from 'chai';
import type { PersonId } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { commit, fileOf, id, message, rejection, start, T0 } from '../fixtures.ts';

export function fileContract(current: Current): void {
  describe('files', () => {
    it('keeps what is known about a file', async () => {
      const c = await start(current().store);
      const file = fileOf(c, { name: '张三的诊断书.pdf', type: 'application/pdf', size: 12_345 });
      await current().store.addFile(file);
      await current().reopen();
      expect(await current().store.file(file.id)).to.deep.equal(file);
      expect(await current().store.file(id.file())).to.equal(undefined);
    });

    it('finds files that no message refers to, however long ago the message was handled', async () => {
      const { store } = current();
      const c = await start(store);
      const [used, old, older, recent] = [
        fileOf(c),
        fileOf(c, { receivedAt: T0 + 2 }),
        fileOf(c),
        fileOf(c, { receivedAt: T0 + 9 }),
      ];
      for (const file of [used, old, older, recent]) await store.addFile(file);
      await store.accept(message(c, 'k1', { files: [used.id] }));
      await commit(store, c, { handledUpTo: 1 });
      await store.prune(T0 + 1_000);
      expect(await store.orphans(T0 + 9, 10)).to.deep.equal([older.id, old.id]);
      expect(await store.orphans(T0 + 9, 1)).to.deep.equal([older.id]);
      await store.dropFile(older.id);
      expect(await store.file(older.id)).to.equal(undefined);
      expect(await store.orphans(T0 + 9, 10)).to.deep.equal([old.id]);
      expect(await store.file(used.id)).to.deep.equal(used);
    });

    it('adds up the files of a conversation, referred to or not, and of no other', async () => {
      const { store } = current();
      const [c, other] = [await start(store), await start(store)];
      const [used, orphan] = [fileOf(c, { size: 10_000_000 }), fileOf(c, { size: 0 })];
      expect(await store.fileUse(c.id)).to.deep.equal({ count: 0, bytes: 0 });
      for (const file of [used, orphan, fileOf(c, { size: 5 }), fileOf(other, { size: 7 })]) await store.addFile(file);
      await store.accept(message(c, 'k1', { files: [used.id] }));
      await commit(store, c, { handledUpTo: 1 });
      expect(await store.fileUse(c.id)).to.deep.equal({ count: 3, bytes: 10_000_005 });
      await store.dropFile(orphan.id);
      await current().reopen();
      expect(await current().store.fileUse(c.id)).to.deep.equal({ count: 2, bytes: 10_000_005 });
      expect(await current().store.fileUse(other.id)).to.deep.equal({ count: 1, bytes: 7 });
      expect(await current().store.fileUse(id.conversation())).to.deep.equal({ count: 0, bytes: 0 });
    });

    it('keeps bytes: the original as it was, a display copy where there is one', async () => {
      const { person } = await start(current().store);
      const [both, one] = [id.file(), id.file()];
      await current().files.put(both, person, Buffer.from('original'), Buffer.from('display'));
      await current().files.put(one, person, Buffer.from('only'), null);
      await current().reopen();
      const { files } = current();
      expect(String(await files.original(both, person))).to.equal('original');
      expect(String(await files.display(both, person))).to.equal('display');
      expect(String(await files.display(one, person))).to.equal('only');
    });

    it('keeps an empty file and a large one, and takes the same file twice', async () => {
      const { store, files } = current();
      const { person } = await start(store);
      const large = Buffer.alloc(3_000_000, 'pixels');
      for (const bytes of [Buffer.alloc(0), large]) {
        const file = id.file();
        await files.put(file, person, bytes, null);
        await files.put(file, person, bytes, null);
        expect((await files.original(file, person))?.equals(bytes)).to.equal(true);
      }
    });

    it('gives nothing for a file that is not there or was removed', async () => {
      const { store, files } = current();
      const { person } = await start(store);
      const file = id.file();
      expect(await files.original(file, person)).to.equal(undefined);
      await files.put(file, person, Buffer.from('a'), Buffer.from('b'));
      await files.remove(file);
      await files.remove(file);
      expect(await files.original(file, person)).to.equal(undefined);
      expect(await files.display(file, person)).to.equal(undefined);
    });

    it('gives nobody the file of another person', async () => {
      const { store, files } = current();
      const [mine, theirs] = [await start(store), await start(store)];
      const file = id.file();
      await files.put(file, mine.person, Buffer.from('mine'), null);
      expect(await rejection(files.original(file, theirs.person))).to.have.property('name', 'StoreDamaged');
      expect(await files.original(file, 'nobody' as PersonId)).to.equal(undefined);
      const lost = files.put(id.file(), 'nobody' as PersonId, Buffer.from('x'), null);
      expect(await rejection(lost)).to.have.property('name', 'UnknownPerson');
    });

    for (const name of ['../../escape', 'a/b', '..', '', 'a\0b', 'x'.repeat(300)]) {
      it(`refuses the file id ${JSON.stringify(name.slice(0, 20))}`, async () => {
        const { store, files } = current();
        const { person } = await start(store);
        await rejection(files.put(id.file(name), person, Buffer.from('x'), null));
        await rejection(files.original(id.file(name), person));
      });
    }
  });
}
