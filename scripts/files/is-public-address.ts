// Whether an address of the internet protocol is one of the public internet.
import { BlockList, isIP } from "node:net";

/** IPv4 networks that are not reachable from everywhere (IANA's registry of special-purpose addresses, RFC 6890), with multicast. */
const SPECIAL_4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
];

/** The same inside of 2000::/3, which is all that is public of IPv6: Teredo, ORCHID, documentation, 6to4. */
const SPECIAL_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

/** IPv6 prefixes with an IPv4 address behind them: mapped ones, and those of translators (RFC 6052). */
const EMBEDDING = ["::ffff:", "64:ff9b::"];

const listOf = (networks: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", length] = network.split("/");
    list.addSubnet(address, Number(length), isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  return list;
};

const embedded = (network: string): readonly string[] =>
  EMBEDDING.map((prefix) => `${prefix}${network.replace(/\d+$/, (length) => String(96 + Number(length)))}`);

const PUBLIC_6 = listOf(["2000::/3", ...embedded("0.0.0.0/0")]);
const SPECIAL = listOf([...SPECIAL_4, ...SPECIAL_6, ...SPECIAL_4.flatMap(embedded)]);

/** False for this machine, its neighbours, private networks, and what is no address at all. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 6 ? "ipv6" : "ipv4";
  return !SPECIAL.check(address, family) && (version === 4 || PUBLIC_6.check(address, family));
}
