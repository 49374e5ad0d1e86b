/** How the zone of a world differs from one in which every record of openbadge.net is right. */
export const dnsDefaults = {
  /** `right`, `missing`, `wrong` (another host), `broken` (no valid record), `unreachable` (no name server answers). */
  spf: 'right',
  /** `right`, `missing`, `wrong` (another key), `revoked`, `unreachable`. */
  dkim: 'right',
  /** The policy that is published (`reject`, `quarantine`, `none`), or `missing`; which the real one is, is an assumption. */
  dmarc: 'reject',
  /** `right` or `missing`: A and MX of the domain. */
  domain: 'right',
  /** The address that the sending host connects from (RFC 5737), and its name; assumptions. */
  sendingAddress: '192.0.2.25',
  sendingHost: 'mail.openbadge.net',
};
