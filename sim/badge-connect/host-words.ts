import { objectOf } from '../proof/index.ts';

const lengthMax = 200;

/**
 * What a host said when it refused, for a reader of ours: from an Imsx_StatusInfo
 * (https://www.imsglobal.org/spec/ob/v3p0/#error-handling) or an OAuth error (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
 * Short, on one line, and without what looks like an address or a token.
 */
export function hostWords(body: Buffer): string {
  const said = objectOf(parsed(body));
  const minor = objectOf(said?.imsx_codeMinor)?.imsx_codeMinorField;
  const values = (Array.isArray(minor) ? minor : []).slice(0, 5).map((one) => objectOf(one)?.imsx_codeMinorFieldValue);
  const words = [said?.error, said?.error_description, ...values, said?.imsx_description]
    .filter((one) => typeof one === 'string')
    .map(bounded)
    .filter((one) => one !== '');
  return bounded([...new Set(words)].join(': ')) || '–';
}

/** A text of a stranger, fit to stand in a sentence of ours. */
export function bounded(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .replace(/[^\s@]+@[^\s@]+/g, '…')
    .replace(/[\w-]{32,}/g, '…')
    .trim()
    .slice(0, lengthMax);
}

function parsed(body: Buffer): unknown {
  if (body.length > 65_536) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
