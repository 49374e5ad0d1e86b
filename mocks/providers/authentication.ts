/** https://www.rfc-editor.org/rfc/rfc7208#section-2.6 */
export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror';

export interface SpfCheck {
  /** The domain that was asked about. */
  readonly domain: string;
  readonly result: SpfResult;
}

/** What SPF, DKIM and DMARC say of one message: the outcomes of {@link https://www.rfc-editor.org/rfc/rfc8601}. */
export interface Authentication {
  /** Over which protocol the client came. */
  readonly client: 'ipv4' | 'ipv6';
  readonly spf: {
    /** Of the reverse-path, or of HELO when that is empty: what RFC 7208 judges. */
    readonly envelope: SpfCheck;
    /** Of the From field: what docomo and SoftBank judge. */
    readonly headerFrom: SpfCheck;
  };
  readonly dkim: {
    /** `fail` when a signature is there and none is right: a changed body, a missing or another key. */
    readonly result: 'pass' | 'fail' | 'none';
    /** The signing domain; empty without a signature. */
    readonly domain: string;
  };
  readonly dmarc: {
    /** `none` when the From domain publishes no policy. */
    readonly result: 'pass' | 'fail' | 'none';
    readonly policy: 'none' | 'quarantine' | 'reject';
  };
}
