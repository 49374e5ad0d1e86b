import { ServiceError } from '../../errors/index.ts';

/**
 * https://www.w3.org/TR/vcalm-1.0/#options : "Implementations MUST throw an error if an endpoint receives data, options,
 * or option values that it does not understand". What is wrong in `options` is named as such.
 */
export function refuseUnknown(pointer: string, reason: string): ServiceError {
  const [, option] = /^\/options\/([^/]+)/.exec(pointer) ?? [];
  return option === undefined
    ? new ServiceError('request-invalid', { pointer, reason })
    : new ServiceError('vc-api-option', { option });
}
