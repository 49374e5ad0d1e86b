/** How much one connection may hand over. Sizes in bytes. */
export interface Limits {
  /** The whole message, as SIZE announces it: https://www.rfc-editor.org/rfc/rfc1870 */
  readonly messageBytes: number;
  /** One line with its end. RFC 5321 §4.5.3.1.6 wants 1,000 to pass; stricter hosts are a matter of their profile. */
  readonly lineBytes: number;
  readonly headerBytes: number;
  readonly headerFields: number;
  /** Parts of a multipart message, those inside parts counted too. */
  readonly parts: number;
  /** How deep parts may hold parts. */
  readonly depth: number;
  /** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.8 : at least 100. Carriers that take no more say so themselves. */
  readonly recipients: number;
}

export const defaultLimits: Limits = {
  messageBytes: 25 * 1024 ** 2,
  lineBytes: 64 * 1024,
  headerBytes: 256 * 1024,
  headerFields: 1_000,
  parts: 1_000,
  depth: 32,
  recipients: 1_000,
};
