import { ServiceError } from '#sim/errors';

/** Path and query together. Longer things go into bodies. */
const lengthMax = 8_192;

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const hidden = /[/\\\0-\x1f\x7f]/;

/**
 * The refusal of a request target that two programs might read in two ways; undefined when it may be routed. Only the
 * origin-form is taken (https://www.rfc-editor.org/rfc/rfc9112#section-3.2.1), with segments that stay one segment
 * when they are decoded, and are no dot segment then (https://www.rfc-editor.org/rfc/rfc3986#section-3.3).
 */
export function refusalOfTarget(target: string): ServiceError | undefined {
  if (target.length > lengthMax) return new ServiceError('request-target-too-long');
  const [path = ''] = target.split('?');
  const [before, ...segments] = path.split('/');
  // One empty segment may stand at the end: `/docs/`.
  const named = segments.at(-1) === '' ? segments.slice(0, -1) : segments;
  const isPlain = before === '' && segments.length > 0 && named.every(isOneSegment);
  return isPlain ? undefined : new ServiceError('request-target-invalid');
}

function isOneSegment(written: string): boolean {
  let segment: string;
  try {
    segment = decodeURIComponent(written);
  } catch {
    return false;
  }
  return segment !== '' && segment !== '.' && segment !== '..' && !hidden.test(segment);
}
