/** How the zone of a world differs from one in which every record of openbadge.net is right. */
export const dnsDefaults = {
  /** `right`, `missing`, `wrong` (another host), `broken` (no valid record), `unreachable` (no name server answers). */
  spf: 'right',
  /** `right`, `missing`, `wrong` (another key), `revoked`, `unreachable`. */
  dkim: 'right',
  /** The policy that is published (`reject`, `quarantine`, `none`), or `missing`; which the real one is, is an assumption. */
  dmarc: 'reject',
  /** `right`, `missing` (neither A nor MX), or `gone`: the domain ran out, and nothing of it is in the DNS. */
  domain: 'right',
  /** `right` or `missing`: the name of the sending host's address. */
  ptr: 'right',
  /** The address that the sending host connects from (RFC 5737, or RFC 3849 for IPv6), and its name; assumptions. */
  sendingAddress: '192.0.2.25',
  sendingHost: 'mail.openbadge.net',
  /** Whether the sending host encrypts its connections (STARTTLS); assumption. */
  sendsOverTls: true,
};
