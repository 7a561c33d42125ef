/** S3: whom webhooks may call. */
import { expect } from 'chai';
import { isPublic, receivers } from '../../api/webhooks/address.ts';
import { call } from '../../api/webhooks/call.ts';
import { readConfig } from '../../config.ts';
import { newReceiver } from './receiver.ts';

const anyone = receivers({ hosts: [], loopback: false });

describe('the addresses that webhooks may call', () => {
  it('are public names over https, however a private one is written', () => {
    for (const url of ['https://claims.example.com/hook?x=1', 'https://claims.example.com:8443/', 'https://8.8.8.8/'])
      expect(anyone(url)?.url.href, url).to.equal(url);
    const never = [
      ...['http://claims.example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'gopher://example.com/', 'x', ''],
      ...['https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0.0.0.0/'],
      ...['https://10.0.0.7/', 'https://172.16.0.1/', 'https://192.168.1.1/', 'https://169.254.169.254/latest'],
      ...['https://[::1]/', 'https://[::]/', 'https://[fd00::1]/', 'https://[fe80::1]/', 'https://[::ffff:10.0.0.1]/'],
      ...['https://[64:ff9b::a00:1]/', 'https://[2002:a00:1::]/', 'https://localhost/', 'https://intranet/'],
      ...['https://user:secret@example.com/', 'https://１２７.0.0.1/', 'javascript:alert(1)'],
    ];
    for (const url of never) expect(anyone(url), url).to.equal(undefined);
  });

  it('of the list only, where there is one: also where it leads into our own network', () => {
    const listed = receivers({ hosts: ['claims.example.com', 'https://10.0.0.7:8443'], loopback: false });
    for (const url of ['https://claims.example.com/a', 'https://10.0.0.7:8443/b'])
      expect(listed(url)?.url.href).to.equal(url);
    for (const url of [
      'https://example.com/',
      'https://10.0.0.7/',
      'http://10.0.0.7:8443/',
      'https://claims.example.com:1/',
    ])
      expect(listed(url), url).to.equal(undefined);
  });

  it('on this machine only for trials', () => {
    const reach = (env: Readonly<Record<string, string>>) => readConfig(env).api.webhooks;
    expect(reach({})).to.deep.equal({ hosts: [], loopback: true });
    expect(reach({ HOST: '0.0.0.0' }).loopback).to.equal(false);
    expect(reach({ WEBHOOK_HOSTS: 'a.example.com,https://10.0.0.7:8443' }).hosts).to.have.length(2);
    expect(() => reach({ WEBHOOK_HOSTS: 'http://10.0.0.7' })).to.throw(
      /WEBHOOK_HOSTS is not usable: set WEBHOOK_HOSTS to/,
    );
    expect(receivers({ hosts: [], loopback: true })('http://127.0.0.1:80/')?.url.hostname).to.equal('127.0.0.1');
    expect(receivers({ hosts: [], loopback: true })('http://10.0.0.7/')).to.equal(undefined);
  });

  it('a name that leads to a private address is not connected to (rebinding): what was looked at is what is called', async () => {
    const to = await newReceiver();
    const lookup = anyone('https://claims.example.com/')?.lookup;
    // This name leads to the receiver, which listens on this machine.
    const url = new URL(to.url.replace('127.0.0.1', 'localhost'));
    const letter = { id: 'x', body: '{}' };
    const said = await call({ url, lookup }, 's', Date.now(), letter, new AbortController().signal);
    expect(said).to.deep.equal({ status: 'failed', reason: 'its address is private' });
    expect(to.heard).to.deep.equal([]);
    const without = await call({ url, lookup: undefined }, 's', Date.now(), letter, new AbortController().signal);
    expect(without.status, 'without the look it would').to.equal('taken');
    await to.close();
  });

  it('an address is public where all the world can reach it', () => {
    for (const one of ['8.8.8.8', '2400:3200::1']) expect(isPublic(one), one).to.equal(true);
    for (const one of ['100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '2001:db8::1', '2001::1', 'x', ''])
      expect(isPublic(one), one).to.equal(false);
  });
});
