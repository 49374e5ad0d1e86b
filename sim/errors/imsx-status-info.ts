import type { Language } from './bilingual.ts';
import type { ServiceError } from './service-error.ts';

/** https://www.imsglobal.org/spec/ob/v3p0/#imsx_codeminorfieldvalue-enumeration */
export type ImsxCodeMinor =
  | 'forbidden'
  | 'fullsuccess'
  | 'internal_server_error'
  | 'invalid_data'
  | 'invalid_query_parameter'
  | 'misdirected_request'
  | 'not_acceptable'
  | 'not_allowed'
  | 'not_found'
  | 'not_modified'
  | 'server_busy'
  | 'unauthorizedrequest'
  | 'unknown';

/** https://www.imsglobal.org/spec/ob/v3p0/#org.1edtech.ob.v3p0.imsx_statusinfo.class */
export interface ImsxStatusInfo {
  readonly imsx_codeMajor: 'failure' | 'processing' | 'success' | 'unsupported';
  readonly imsx_severity: 'error' | 'status' | 'warning';
  readonly imsx_description: string;
  readonly imsx_codeMinor: {
    readonly imsx_codeMinorField: readonly {
      readonly imsx_codeMinorFieldName: string;
      readonly imsx_codeMinorFieldValue: ImsxCodeMinor;
    }[];
  };
}

const byStatus: Readonly<Record<number, ImsxCodeMinor>> = {
  400: 'invalid_data',
  401: 'unauthorizedrequest',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_allowed',
  406: 'not_acceptable',
  409: 'invalid_data',
  410: 'not_found',
  413: 'invalid_data',
  415: 'invalid_data',
  421: 'misdirected_request',
  422: 'invalid_data',
  423: 'forbidden',
  429: 'server_busy',
  500: 'internal_server_error',
  503: 'server_busy',
};

/** The error as the Open Badges API writes it: https://www.imsglobal.org/spec/ob/v3p0/#error-handling */
export function imsxStatusInfo(error: ServiceError, language: Language): ImsxStatusInfo {
  const value =
    error.code === 'query-invalid' ? 'invalid_query_parameter' : (byStatus[error.entry.status] ?? 'unknown');
  return {
    imsx_codeMajor: error.entry.status === 405 ? 'unsupported' : 'failure',
    imsx_severity: 'error',
    imsx_description: `${error.detail[language]} ${error.nextStep[language]}`,
    imsx_codeMinor: {
      imsx_codeMinorField: [{ imsx_codeMinorFieldName: error.code, imsx_codeMinorFieldValue: value }],
    },
  };
}
