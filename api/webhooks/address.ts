/** Whom we call: an address that a key chose must not lead into our own network (S3). */
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { type Hosts, hostsOf, isLoopback } from '../../channels/web/hosts.ts';

export interface Reach {
  /** Empty: every name on the internet. Else only these, wherever they lead. */
  readonly hosts: readonly string[];
  /** A receiver on this machine, for trials. */
  readonly loopback: boolean;
}

/** What is nobody's on the internet: RFC 6890 and what it was extended by. */
const PRIVATE = new BlockList();
const SUBNETS: readonly (readonly [string, number])[] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
];
for (const [net, bits] of SUBNETS) PRIVATE.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only what is given out at all, without what wraps an IPv4 address and without examples. */
const GIVEN_OUT = new BlockList();
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6');
const WRAPPED = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  WRAPPED.addSubnet(net, bits, 'ipv6');

export function isPublic(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !PRIVATE.check(address, 'ipv4');
  return kind === 6 && GIVEN_OUT.check(address, 'ipv6') && !WRAPPED.check(address, 'ipv6');
}

export interface Receiver {
  readonly url: URL;
  /** Looks its name up and lets only addresses through that may be called: what was looked at is what is connected to. */
  readonly lookup: LookupFunction | undefined;
}

/** The address as it will be called, or nothing. */
export function receivers({ hosts, loopback }: Reach): (address: string) => Receiver | undefined {
  const besides = (url: URL): boolean => loopback && isLoopback(url);
  const listed: Hosts = hostsOf(hosts, besides);
  return (address) => {
    const known = listed(address);
    if (known) return { url: known, lookup: undefined };
    return hosts.length === 0 ? onInternet(address) : undefined;
  };
}

function onInternet(address: string): Receiver | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) > 0) return isPublic(literal) ? { url, lookup: undefined } : undefined;
  // A name without a dot is one of our own network.
  return /\.[^.]/.test(url.hostname) ? { url, lookup: publicLookup } : undefined;
}

const publicLookup: LookupFunction = (name, options, done) =>
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    const [first] = found;
    if (!first || !found.every(({ address }) => isPublic(address)))
      return done(new Error('its address is private'), '', 0);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
