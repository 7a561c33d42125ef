import { expect } from 'chai';
import { blindIndex, keyFrom, newKey, type Place, seal, unseal } from '../../store/crypto.ts';
import { StoreDamaged } from '../../store/errors.ts';
import { Lru } from '../../store/lru.ts';
import { SECRETS } from './story.ts';

describe('sealed values', () => {
  const key = keyFrom(newKey());
  const place: Place = { table: 't', column: 'c', row: 'r' };

  it('come back, and never look the same twice', () => {
    const plain = Buffer.from(SECRETS.words);
    const [a, b] = [seal(key, place, plain), seal(key, place, plain)];
    expect(unseal(key, place, a).equals(plain)).to.equal(true);
    expect(a.equals(b)).to.equal(false);
    expect(a[0]).to.equal(1);
  });

  it('are refused with another key, from another place, cut short, or in an unknown format', () => {
    const sealed = seal(key, place, Buffer.from('x'));
    const refused = (work: () => unknown) => expect(work).to.throw(StoreDamaged);
    refused(() => unseal(keyFrom(newKey()), place, sealed));
    for (const other of [{ table: 'u' }, { column: 'd' }, { row: 's' }])
      refused(() => unseal(key, { ...place, ...other }, sealed));
    for (let length = 0; length < sealed.length; length += 1)
      refused(() => unseal(key, place, sealed.subarray(0, length)));
    refused(() => unseal(key, place, Buffer.concat([Buffer.of(2), sealed.subarray(1)])));
  });

  it('are refused with any one bit flipped', () => {
    const sealed = seal(key, place, Buffer.from('一个秘密'));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(key, place, flipped), `bit ${bit}`).to.throw(StoreDamaged);
    }
  });

  it('use a new nonce each time', () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 20_000; i += 1) nonces.add(seal(key, place, Buffer.alloc(0)).toString('latin1', 1, 13));
    expect(nonces.size).to.equal(20_000);
  });
});

describe('blind indexes', () => {
  it('are equal for equal values only, differ by kind and by secret, and do not show the value', () => {
    const secret = newKey();
    const [blind, again, other] = [blindIndex(secret), blindIndex(secret), blindIndex(newKey())];
    const of = blind('phone', SECRETS.phone);
    expect(of.equals(again('phone', SECRETS.phone))).to.equal(true);
    for (const different of [
      blind('phone', '13800138001'),
      blind('plate', SECRETS.phone),
      blind('id', SECRETS.phone),
      blind('message', SECRETS.phone),
      other('phone', SECRETS.phone),
    ]) {
      expect(of.equals(different)).to.equal(false);
    }
    expect(of).to.have.length(32);
  });
});

describe('a map of what was used last', () => {
  it('forgets what was not used for longest', () => {
    const map = new Lru<number>(2);
    map.set('a', 1);
    map.set('b', 2);
    expect(map.get('a')).to.equal(1);
    map.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => map.get(key))).to.deep.equal([1, undefined, 3]);
    map.set('a', 4);
    map.delete('c');
    expect(['a', 'c'].map((key) => map.get(key))).to.deep.equal([4, undefined]);
  });
});
