import fixture from './fixture-certificate.json' with { type: 'json' };

/** Self-signed, for STARTTLS on loopback. Its key is public: it protects nothing. */
export const fixtureCertificate: { readonly key: string; readonly cert: string } = fixture;
