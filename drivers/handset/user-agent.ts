import type { StoreDevice } from './app-store-port.ts';

/**
 * What the device's browser sends as User-Agent. An app is the same UI in a shell and adds its own product token
 * (RFC 9110 §10.1.5): `LecoS/1.0`. An iPad asks for desktop pages and calls itself a Macintosh.
 */
export function userAgentOf(device: StoreDevice & { readonly model: string }, product?: string): string {
  return product === undefined ? browserAgent(device) : `${browserAgent(device)} ${product}`;
}

function browserAgent({ platform, version, form, model }: StoreDevice & { readonly model: string }): string {
  const chrome = (system: string, mobile: string): string =>
    `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0${mobile} Safari/537.36`;
  // A header field is ASCII: https://www.rfc-editor.org/rfc/rfc9110#section-5.5
  const ascii = model.replace(/[^\x20-\x7e]|[();]/g, '');
  switch (platform) {
    case 'iOS': {
      const [major = '0', minor = '0'] = version.split('.');
      const safari = (system: string, mobile: string): string =>
        `Mozilla/5.0 (${system}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${major}.${minor}${mobile} Safari/604.1`;
      return form === 'phone'
        ? safari(`iPhone; CPU iPhone OS ${version.replaceAll('.', '_')} like Mac OS X`, ' Mobile/15E148')
        : safari('Macintosh; Intel Mac OS X 10_15_7', '');
    }
    case 'Android':
      return chrome(`Linux; Android ${version}; ${ascii}`, form === 'phone' ? ' Mobile' : '');
    case 'Windows':
      return chrome('Windows NT 10.0; Win64; x64', '');
    case 'ChromeOS':
      return chrome('X11; CrOS x86_64 14541.0.0', '');
  }
}
