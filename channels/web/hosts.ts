/** Which addresses we talk to. Names only, over HTTPS: an address that a sender chose must lead nowhere else. */
export type Hosts = (address: string) => URL | undefined;

function fits(url: URL, entry: string): boolean {
  if (entry.includes('://')) return url.origin === new URL(entry).origin;
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return entry.startsWith('*.') ? url.hostname.endsWith(entry.slice(1)) : url.hostname === entry;
}

const LOOPBACK = /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/;
const WEB = new Set(['http:', 'https:']);

/** An emulator on this machine, at any port. */
export const isLoopback = ({ protocol, hostname }: URL): boolean => WEB.has(protocol) && LOOPBACK.test(hostname);

/** Gives the address as it will be used, or nothing. Entries: `chat.example.com`, `*.example.com`, `https://example.com:8443`. */
export function hostsOf(entries: readonly string[], besides: (url: URL) => boolean = () => false): Hosts {
  const all = entries.map((entry) => entry.toLowerCase());
  return (address) => {
    if (!URL.canParse(address)) return undefined;
    const url = new URL(address);
    if (url.username !== '' || url.password !== '') return undefined;
    return besides(url) || all.some((entry) => fits(url, entry)) ? url : undefined;
  };
}
