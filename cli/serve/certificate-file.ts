import { fileURLToPath } from 'node:url';

/** The certificate of `--tls` as a file, for `NODE_EXTRA_CA_CERTS` and `curl --cacert`. Its key is public: it protects nothing. */
export const certificateFile = fileURLToPath(new URL('../../mocks/loopback/fixture-certificate.pem', import.meta.url));
