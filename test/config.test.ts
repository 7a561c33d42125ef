import { expect } from 'chai';
import { readConfig } from '../config.ts';

const production = {
  NODE_ENV: 'production',
  LIPEI_KEY: Buffer.alloc(32, 1).toString('base64'),
  INSURER_NAME: '某某财险',
  INSURER_HOTLINE: '95500',
  PUBLIC_URL: 'https://claims.example.com',
};

describe('config', () => {
  it('has a default for everything outside production', () => {
    expect(readConfig({})).to.deep.include({ port: 3978, host: '127.0.0.1', dataDir: 'data', production: false });
  });
  it('names the variable and how to set it', () => {
    expect(() => readConfig({ PORT: 'http' })).to.throw('PORT is not usable: set PORT to a port number, such as 3978');
    expect(() => readConfig({ PORT: '70000' })).to.throw('PORT is above 65535');
    expect(() => readConfig({ OFFICE_HOURS: '18:00-09:00' })).to.throw('OFFICE_HOURS ends before it begins');
    expect(() => readConfig({ OFFICE_HOURS: '25:00-29:00' })).to.throw('OFFICE_HOURS is not usable');
    expect(() => readConfig({ HOLIDAYS: '2027-13-45' })).to.throw('HOLIDAYS names 2027-13-45');
    expect(() => readConfig({ FIRST_CONTACT_MINUTES: '600' })).to.throw('FIRST_CONTACT_MINUTES is longer');
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:secret@h/d' })).to.throw('DATABASE_URL is not usable');
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:secret@h/d' })).not.to.throw('secret');
    expect(() => readConfig({ DATABASE_POOL: '1' })).to.throw('DATABASE_POOL is not usable');
  });
  it('takes SQLite unless PostgreSQL is named', () => {
    expect(readConfig({}).database).to.equal(undefined);
    const url = 'postgres://lipei@db.example.com/lipei?sslmode=verify-full';
    expect(readConfig({ DATABASE_URL: url }).database).to.deep.equal({ url, connections: 10 });
    expect(readConfig({ DATABASE_URL: url, DATABASE_POOL: '25' }).database).to.include({ connections: 25 });
  });
  it('tells every mistake at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud' })).to.throw(/PORT[\s\S]*LOG_LEVEL/);
  });
  it('insists in production on what people and data depend on', () => {
    expect(readConfig(production).production).to.equal(true);
    for (const name of ['LIPEI_KEY', 'INSURER_NAME', 'INSURER_HOTLINE', 'PUBLIC_URL']) {
      expect(() => readConfig({ ...production, [name]: undefined }), name).to.throw(`${name} is missing`);
    }
    expect(() => readConfig({ ...production, CLOCK_OFFSET_MINUTES: '5' })).to.throw(
      'CLOCK_OFFSET_MINUTES is for trials',
    );
  });
  it('sends codes through a gateway, in the demo to the log, and else not at all', () => {
    const [url, secret] = ['https://sms.example.com/send', 's'.repeat(32)];
    const gateway = { SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: secret };
    expect(readConfig({}).sms).to.deep.equal({ kind: 'console' });
    expect(readConfig({ HOST: '0.0.0.0' }).sms).to.equal(undefined);
    expect(readConfig({ DATABASE_URL: 'postgres://u@h/d' }).sms).to.equal(undefined);
    expect(readConfig(production).sms).to.equal(undefined);
    for (const env of [gateway, { ...production, ...gateway }])
      expect(readConfig(env).sms).to.deep.equal({ kind: 'gateway', url, secret });
    expect(() => readConfig({ SMS_GATEWAY_URL: url })).to.throw('SMS_GATEWAY_SECRET is missing');
    expect(() => readConfig({ SMS_GATEWAY_SECRET: secret })).to.throw('SMS_GATEWAY_URL is missing');
    for (const bad of ['http://sms.example.com/', 'ftp://127.0.0.1/', 'https://', 'http://127.0.0.1.example.com/'])
      expect(() => readConfig({ ...gateway, SMS_GATEWAY_URL: bad }), bad).to.throw('SMS_GATEWAY_URL is not usable');
    expect(() => readConfig({ ...gateway, SMS_GATEWAY_SECRET: 'short' })).to.throw('SMS_GATEWAY_SECRET is not usable');
  });
  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).to.equal(true);
  });
});
